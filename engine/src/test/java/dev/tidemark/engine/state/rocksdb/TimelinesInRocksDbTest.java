package dev.tidemark.engine.state.rocksdb;

import dev.tidemark.engine.Schedule;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.timeline.CheckpointMode;
import dev.tidemark.engine.timeline.SnapshotMode;
import dev.tidemark.engine.timeline.Timeline;
import dev.tidemark.engine.timeline.TimelineCheck;
import dev.tidemark.engine.timeline.TimelineFiles;
import dev.tidemark.engine.timeline.TimelineMode;
import dev.tidemark.engine.timeline.TimelinePipelines;
import dev.tidemark.engine.topology.Topology;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every timeline, in every mode that covers it, with state in RocksDB of which nothing stays in memory. */
class TimelinesInRocksDbTest {
    private static final List<TimelineMode> MODES = List.of(
            TimelineMode.PLAIN,
            new SnapshotMode(),
            new CheckpointMode(true, 0, false),
            new CheckpointMode(false, 3, false),
            new CheckpointMode(true, 2, true));

    @TempDir
    private static Path folder = Path.of(".");

    @TestFactory
    Stream<DynamicContainer> timelines() {
        RocksDbStateBackend backend =
                RocksDbStateBackend.create().folder(folder).hotBytes(0);
        SimulationOptions options = SimulationOptions.DEFAULT.stateBackend(backend);
        return TimelineFiles.all().stream().map(timeline -> everyMode(timeline, options));
    }

    private static DynamicContainer everyMode(Timeline timeline, SimulationOptions options) {
        Topology topology = TimelinePipelines.named(timeline.pipeline()).build();
        return DynamicContainer.dynamicContainer(
                timeline.name(),
                MODES.stream()
                        .filter(mode -> mode.covers(timeline))
                        .map(mode -> DynamicTest.dynamicTest(mode.name(), () -> {
                            TimelineCheck.check(timeline, topology, mode, options.schedule(Schedule.roundRobin()));
                            TimelineCheck.check(
                                    timeline,
                                    topology,
                                    mode,
                                    options.parallelism(2).seed(1));
                        })));
    }
}
