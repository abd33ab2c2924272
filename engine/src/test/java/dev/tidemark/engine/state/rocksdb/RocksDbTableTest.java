package dev.tidemark.engine.state.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.state.StateBackend;
import dev.tidemark.engine.state.StateBackendContract;
import dev.tidemark.engine.state.StateSchema;
import dev.tidemark.engine.state.StateTable;
import dev.tidemark.engine.state.codec.Codecs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RocksDbTableTest {
    private static final StateSchema<String, String> WORDS =
            new StateSchema<>("words", "value", Codecs.of(String.class), Codecs.of(String.class));

    @TempDir
    private Path folder = Path.of(".");

    /** Every entry goes to the database at once. */
    @Nested
    class WithNoEntryInMemory extends StateBackendContract {
        @Override
        protected StateBackend.Factory factory() {
            return inFolder(0);
        }

        @Override
        protected boolean copies() {
            return true;
        }
    }

    /** Some stay, most go and come. */
    @Nested
    class WithFewEntriesInMemory extends StateBackendContract {
        @Override
        protected StateBackend.Factory factory() {
            return inFolder(3_000);
        }

        @Override
        protected boolean copies() {
            return true;
        }
    }

    /** All stay. */
    @Nested
    class WithAllEntriesInMemory extends StateBackendContract {
        @Override
        protected StateBackend.Factory factory() {
            return inFolder(1 << 20);
        }

        @Override
        protected boolean copies() {
            return true;
        }
    }

    private RocksDbStateBackend inFolder(long hotBytes) {
        return RocksDbStateBackend.create().folder(folder).hotBytes(hotBytes).nativeBytes(8 << 20);
    }

    private static StateTable<Integer, String, String> words(StateBackend backend) {
        return backend.tables("sum#0", Codecs.of(Integer.class)).table(WORDS);
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void state_that_fits_into_memory_touches_no_file() {
        try (StateBackend backend = inFolder(1 << 20).open()) {
            StateTable<Integer, String, String> table = words(backend);
            for (int i = 0; i < 1_000; i++) {
                table.put(i, "n", "word " + i);
                table.remove(i - 10, "n");
            }

            assertThat(files()).isEmpty();
        }
    }

    @Test
    void a_closed_backend_leaves_no_file() {
        try (StateBackend backend = inFolder(0).open()) {
            words(backend).put(1, "n", "one");

            assertThat(files()).hasSize(1);
        }

        assertThat(files()).isEmpty();
    }

    @Test
    void an_interrupted_thread_can_still_store_read_and_close() {
        try (StateBackend backend = inFolder(0).open()) {
            Thread.currentThread().interrupt();
            StateTable<Integer, String, String> table = words(backend);
            table.put(1, "n", "one");

            assertThat(table.get(1, "n")).isEqualTo("one");
        }

        assertThat(Thread.interrupted()).isTrue();
        assertThat(files()).isEmpty();
    }

    @Test
    void a_process_that_ends_leaves_no_file() throws Exception {
        Process ending = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndingProcess.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(ending.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(ending.waitFor()).as(said).isZero();
        assertThat(said)
                .as("what it says at its end, warnings of newer JVMs before it")
                .endsWith("1");
        assertThat(files()).isEmpty();
    }

    @Test
    void a_closed_backend_says_that_its_state_is_gone() {
        StateBackend backend = inFolder(0).open();
        StateTable<Integer, String, String> table = words(backend);
        table.put(1, "n", "one");
        backend.close();

        assertThatThrownBy(() -> table.get(1, "n"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the run is closed, and its state in RocksDB is gone with it; look at it before");
    }

    @Test
    void a_folder_that_is_not_there_is_named() {
        Path missing = folder.resolve("missing");
        try (StateBackend backend =
                RocksDbStateBackend.create().folder(missing).hotBytes(0).open()) {
            StateTable<Integer, String, String> table = words(backend);

            assertThatThrownBy(() -> table.put(1, "n", "one"))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("no folder for state can be made in " + missing + "; name one that can be written");
        }
    }

    @Test
    void bounds_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> RocksDbStateBackend.create().hotBytes(-1))
                .hasMessage("hotBytes(-1): memory can't be negative; 0 keeps no entry");
        assertThatThrownBy(() -> RocksDbStateBackend.create().nativeBytes(1000))
                .hasMessage("nativeBytes(1000): RocksDB needs 1048576 bytes at least; give it more");
    }

    @Test
    void many_entries_come_back_in_order() {
        try (StateBackend backend = inFolder(100_000).open()) {
            StateTable<Integer, String, String> table = words(backend);
            for (int i = 0; i < 50_000; i++) {
                table.put(i * 7919 % 50_000, "n", "word " + i);
            }
            List<String> seen = new ArrayList<>();

            table.forEach((key, namespace, value) -> seen.add(value));

            assertThat(seen).hasSize(50_000);
            for (int i = 0; i < 50_000; i++) {
                assertThat(seen.get(i)).isEqualTo("word " + i);
            }
        }
    }
}
