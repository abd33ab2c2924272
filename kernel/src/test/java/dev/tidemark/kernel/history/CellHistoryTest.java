package dev.tidemark.kernel.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellHistoryTest {
    @TempDir
    private Path folder = Path.of("");

    private Path file() {
        return folder.resolve("of/a user/history.mv");
    }

    @Test
    void cells_are_kept_over_sessions() {
        try (CellHistory first = CellHistory.keptIn(file())) {
            first.add(1, "6 * 7", "42");
            first.add(2, "int x = 1;", null);
        }
        try (CellHistory second = CellHistory.keptIn(file())) {
            second.add(1, "x", "1");
            assertThat(second.cells())
                    .containsExactly(
                            new PastCell(1, 1, "6 * 7", "42"),
                            new PastCell(1, 2, "int x = 1;", null),
                            new PastCell(2, 1, "x", "1"));
            assertThat(second.session()).isEqualTo(2);
        }
    }

    @Test
    void a_session_without_cells_has_a_number_too() {
        try (CellHistory first = CellHistory.keptIn(file());
                CellHistory second = CellHistory.keptIn(file())) {
            assertThat(first.session()).isEqualTo(1);
            assertThat(second.session()).isEqualTo(2);
        }
    }

    @Test
    void nothing_is_opened_before_it_is_needed() {
        try (CellHistory history = CellHistory.keptIn(file())) {
            assertThat(file()).doesNotExist();
            assertThat(history.cells()).isEmpty();
        }
    }

    @Test
    void kernels_that_run_at_the_same_time_share_the_file() throws Exception {
        List<Thread> kernels = new ArrayList<>();
        for (int kernel = 0; kernel < 4; kernel++) {
            Thread thread = new Thread(() -> {
                try (CellHistory history = CellHistory.keptIn(file())) {
                    for (int number = 1; number <= 5; number++) {
                        history.add(number, "cell " + number, null);
                        history.cells();
                    }
                }
            });
            thread.start();
            kernels.add(thread);
        }
        for (Thread kernel : kernels) {
            kernel.join();
        }
        try (CellHistory after = CellHistory.keptIn(file())) {
            assertThat(after.cells())
                    .extracting(cell -> cell.session() + ": " + cell.input())
                    .containsExactlyElementsOf(expected());
        }
    }

    private static List<String> expected() {
        List<String> expected = new ArrayList<>();
        for (int session = 1; session <= 4; session++) {
            for (int number = 1; number <= 5; number++) {
                expected.add(session + ": cell " + number);
            }
        }
        return expected;
    }

    @Test
    void the_oldest_cells_are_forgotten_at_the_limit() {
        HistoryFile kept = new HistoryFile(file());
        List<PastCell> many = new ArrayList<>();
        for (int number = 1; number <= HistoryFile.MOST_CELLS + 2; number++) {
            many.add(new PastCell(1, number, "cell", "out"));
        }
        kept.append(0, many);
        assertThat(kept.read()).hasSize(HistoryFile.MOST_CELLS);
        assertThat(kept.read().get(0).number()).isEqualTo(3);
    }

    @Test
    void a_file_that_is_no_history_leaves_the_session_with_its_own_cells() throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "these are not the cells you are looking for. ".repeat(1_000));
        try (CellHistory history = CellHistory.keptIn(file())) {
            history.add(1, "1 + 1", "2");
            assertThat(history.cells()).containsExactly(new PastCell(1, 1, "1 + 1", "2"));
        }
        assertThat(file()).content().startsWith("these are not");
    }

    @Test
    void a_long_output_is_cut() {
        try (CellHistory history = CellHistory.inMemory()) {
            history.add(1, "long", "x".repeat(20_000));
            assertThat(history.cells().get(0).output()).hasSize(10_001).endsWith("x…");
        }
    }
}
