package dev.tidemark.engine.state.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.state.Keyframe;
import dev.tidemark.engine.state.KeyframedBackend;
import dev.tidemark.engine.state.StateBackend;
import dev.tidemark.engine.state.StateSchema;
import dev.tidemark.engine.state.StateTable;
import dev.tidemark.engine.state.codec.Codecs;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyframeTest {
    private static final StateSchema<String, String> WORDS =
            new StateSchema<>("words", "value", Codecs.of(String.class), Codecs.of(String.class));
    private static final StateSchema<String, Long> NUMBERS =
            new StateSchema<>("words", "value", Codecs.of(String.class), Codecs.of(Long.class));

    @TempDir
    private Path folder = Path.of(".");

    private RocksDbStateBackend backend() {
        return RocksDbStateBackend.create().folder(folder).hotBytes(10_000);
    }

    private static StateTable<Integer, String, String> words(StateBackend backend, String owner) {
        return backend.tables(owner, Codecs.of(Integer.class)).table(WORDS);
    }

    private static List<String> entries(StateTable<Integer, String, String> table) {
        List<String> entries = new ArrayList<>();
        table.forEach((key, namespace, value) -> entries.add(key + "=" + value));
        return entries;
    }

    @Test
    void a_backend_goes_on_with_a_keyframe_in_the_same_order() {
        try (KeyframedBackend before = backend().open()) {
            StateTable<Integer, String, String> table = words(before, "sum#0");
            for (int i = 0; i < 500; i++) {
                table.put(i * 7 % 500, "n", "word " + i);
            }
            table.remove(7, "n");
            table.put(7, "n", "again");
            before.keyframe(folder.resolve("one"));
            List<String> expected = entries(table);
            table.put(1000, "n", "later");

            try (KeyframedBackend after = backend().open(folder.resolve("one"))) {
                StateTable<Integer, String, String> again = words(after, "sum#0");
                assertThat(again.size()).isEqualTo(500);
                assertThat(again.get(1000, "n")).isNull();
                assertThat(entries(again)).isEqualTo(expected).endsWith("7=again");
                again.put(2000, "n", "new");
                assertThat(entries(again)).hasSize(501).endsWith("7=again", "2000=new");
                assertThat(table.get(2000, "n")).isNull();
            }
        }
    }

    @Test
    void each_owner_finds_its_own_and_a_new_one_begins_with_nothing() {
        try (KeyframedBackend before = backend().open()) {
            words(before, "sum#0").put(1, "n", "zero");
            words(before, "sum#1").put(1, "n", "one");
            before.keyframe(folder.resolve("one"));
        }

        try (KeyframedBackend after = backend().open(folder.resolve("one"))) {
            assertThat(entries(words(after, "sum#2"))).isEmpty();
            assertThat(entries(words(after, "sum#1"))).containsExactly("1=one");
            assertThat(entries(words(after, "sum#0"))).containsExactly("1=zero");
        }
    }

    @Test
    void a_table_that_nobody_asked_for_goes_on_into_the_next_keyframe() {
        try (KeyframedBackend before = backend().open()) {
            words(before, "sum#0").put(1, "n", "zero");
            before.keyframe(folder.resolve("one"));
        }
        try (KeyframedBackend between = backend().open(folder.resolve("one"))) {
            between.keyframe(folder.resolve("two"));
        }

        try (KeyframedBackend after = backend().open(folder.resolve("two"))) {
            assertThat(entries(words(after, "sum#0"))).containsExactly("1=zero");
        }
    }

    @Test
    void a_keyframe_after_few_changes_shares_the_files_of_the_one_before() {
        try (KeyframedBackend backend = backend().open()) {
            StateTable<Integer, String, String> table = words(backend, "sum#0");
            for (int i = 0; i < 20_000; i++) {
                table.put(i, "n", "a word that is long enough for its file to weigh something, " + i);
            }
            Keyframe first = backend.keyframe(folder.resolve("one"));
            table.put(5, "n", "changed");
            Keyframe second = backend.keyframe(folder.resolve("two"));

            assertThat(first.newBytes()).isEqualTo(first.bytes());
            assertThat(second.bytes()).isGreaterThan(first.bytes() / 2);
            assertThat(second.newBytes()).isLessThan(second.bytes() / 10);
            assertThat(second.files()).anyMatch(Keyframe.File::shared);
        }
    }

    @Test
    void a_state_of_another_type_is_refused() {
        try (KeyframedBackend before = backend().open()) {
            words(before, "sum#0").put(1, "n", "zero");
            before.keyframe(folder.resolve("one"));
        }

        try (KeyframedBackend after = backend().open(folder.resolve("one"))) {
            assertThatThrownBy(() ->
                            after.tables("sum#0", Codecs.of(Integer.class)).table(NUMBERS))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "state 'words' of sum#0 is value<String> in the keyframe and was asked for as value<Long>; "
                                    + "give it another name, or go on from a snapshot");
        }
    }

    @Test
    void a_folder_that_is_there_already_is_named() {
        try (KeyframedBackend backend = backend().open()) {
            words(backend, "sum#0").put(1, "n", "zero");

            assertThatThrownBy(() -> backend.keyframe(folder))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("RocksDB could not take a keyframe");
        }
    }

    @Test
    void a_keyframe_that_is_gone_is_named() {
        assertThatThrownBy(() -> backend().open(folder.resolve("gone")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("the keyframe in " + folder.resolve("gone") + " can't be opened");
        assertThat(Files.exists(folder.resolve("gone"))).isFalse();
    }
}
