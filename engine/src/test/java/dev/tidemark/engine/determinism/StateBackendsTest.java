package dev.tidemark.engine.determinism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.state.StateBackend;
import dev.tidemark.engine.state.rocksdb.RocksDbStateBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where state lives can't be seen in what a run says, holds or comes to. */
class StateBackendsTest {
    private static final int PIPELINES = 150;

    @TempDir
    private Path folder = Path.of(".");

    private RocksDbStateBackend rocksDb(long hotBytes) {
        return RocksDbStateBackend.create().folder(folder).hotBytes(hotBytes);
    }

    private static String whole(long seed, StateBackend.Factory backend) {
        SimulationOptions options = RandomPipelines.options(seed).stateBackend(backend);
        try (Simulation run = Simulation.of(RandomPipelines.pipeline(seed).build(), options)) {
            run.runToEnd();
            return TranscriptHash.of(run);
        }
    }

    private static String onTheHeap(long seed) {
        try (Simulation run = Simulation.of(RandomPipelines.pipeline(seed).build(), RandomPipelines.options(seed))) {
            run.runToEnd();
            return TranscriptHash.of(run);
        }
    }

    @Test
    void random_pipelines_are_the_same_run_on_the_heap_and_in_rocksdb() {
        List<RocksDbStateBackend> backends = List.of(rocksDb(0), rocksDb(2_000), rocksDb(1 << 20));
        for (long seed = 0; seed < PIPELINES; seed++) {
            String expected = onTheHeap(seed);
            for (RocksDbStateBackend backend : backends) {
                assertThat(whole(seed, backend))
                        .as("seed " + seed + ", " + backend)
                        .isEqualTo(expected);
            }
        }
    }

    /** Looks at everything and goes on from snapshots, between random numbers of steps. */
    @Test
    void a_run_in_rocksdb_goes_on_from_any_snapshot() {
        RocksDbStateBackend backend = rocksDb(1_000);
        for (long seed = 0; seed < PIPELINES / 3; seed++) {
            Random random = new Random(seed);
            SimulationOptions options = RandomPipelines.options(seed).stateBackend(backend);
            try (Simulation run = Simulation.of(RandomPipelines.pipeline(seed).build(), options)) {
                boolean more = true;
                while (more) {
                    long count = random.nextLong(1, 61);
                    more = run.step(count).count() == count;
                    if (random.nextBoolean()) {
                        Looking.at(run);
                    } else {
                        run.restore(run.snapshot());
                    }
                }
                assertThat(TranscriptHash.of(run)).as("seed " + seed).isEqualTo(onTheHeap(seed));
            }
        }
    }

    /** A snapshot holds no trace of the backend it was taken on. */
    @Test
    void a_snapshot_goes_from_the_heap_to_rocksdb_and_back() {
        RocksDbStateBackend backend = rocksDb(0);
        for (long seed = 0; seed < PIPELINES / 3; seed++) {
            SimulationOptions options = RandomPipelines.options(seed);
            try (Simulation heap = Simulation.of(RandomPipelines.pipeline(seed).build(), options);
                    Simulation files =
                            Simulation.of(RandomPipelines.pipeline(seed).build(), options.stateBackend(backend))) {
                heap.step(1 + seed);
                files.restore(heap.snapshot());
                files.step(10);
                heap.restore(files.snapshot());
                heap.runToEnd();
                files.runToEnd();
                assertThat(TranscriptHash.of(files)).as("seed " + seed).isEqualTo(TranscriptHash.of(heap));
                assertThat(TranscriptHash.of(heap)).as("seed " + seed).isEqualTo(onTheHeap(seed));
            }
        }
    }

    @Test
    void no_folder_and_no_open_file_is_left_behind() throws IOException {
        RocksDbStateBackend backend = rocksDb(0);
        whole(1, backend);
        long before = openFiles();
        for (long seed = 0; seed < PIPELINES; seed++) {
            whole(seed, backend);
        }

        assertThat(openFiles()).isLessThan(before + 10);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    private static long openFiles() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }
}
