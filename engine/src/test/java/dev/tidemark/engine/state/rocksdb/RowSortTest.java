package dev.tidemark.engine.state.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.state.codec.Codecs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowSortTest {
    private static final int ROWS = 5_000;

    private final RowForm<Integer, String, String> form =
            new RowForm<>(1, Codecs.of(Integer.class), Codecs.of(String.class), Codecs.of(String.class));

    @TempDir
    private Path folder = Path.of(".");

    private List<String> sorted(long mostInMemory) {
        List<String> sorted = new ArrayList<>();
        try (RowSort sort = new RowSort(folder, mostInMemory)) {
            for (int i = 0; i < ROWS; i++) {
                int number = i * 7919 % ROWS;
                sort.add(form.key(i, "n"), form.content(number, "word " + number));
            }
            sort.forEach((key, content) -> sorted.add(form.value(content)));
        }
        return sorted;
    }

    @Test
    void rows_come_in_the_order_of_their_numbers_however_little_memory_there_is() throws IOException {
        List<String> inMemory = sorted(1L << 30);

        assertThat(inMemory).hasSize(ROWS).startsWith("word 0", "word 1", "word 2");
        assertThat(sorted(20_000)).isEqualTo(inMemory);
        assertThat(sorted(2_000)).isEqualTo(inMemory);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }
}
