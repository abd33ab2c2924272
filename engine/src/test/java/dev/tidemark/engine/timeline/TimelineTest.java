package dev.tidemark.engine.timeline;

import dev.tidemark.engine.Schedule;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.topology.Topology;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every timeline, in every mode that covers it, with 1, 2 and 4 subtasks, in turns and with three seeds. */
class TimelineTest {
    /** For mutation testing, which runs them thousands of times: one schedule, one subtask, two modes. */
    private static final boolean QUICK = "quick".equals(System.getProperty("tidemark.timelines"));

    private static final List<TimelineMode> MODES = QUICK
            ? List.of(TimelineMode.PLAIN, new CheckpointMode(true, 0, false))
            : List.of(
                    TimelineMode.PLAIN,
                    new SnapshotMode(),
                    new RoundTripMode(),
                    new CheckpointMode(false, 0, false),
                    new CheckpointMode(true, 0, false),
                    new CheckpointMode(false, 3, false),
                    new CheckpointMode(true, 3, false),
                    new CheckpointMode(true, 2, true));

    @TestFactory
    @Statement({116, 148})
    Stream<DynamicContainer> timelines() {
        return TimelineFiles.all().stream().map(TimelineTest::everyMode);
    }

    private static DynamicContainer everyMode(Timeline timeline) {
        Topology topology = TimelinePipelines.named(timeline.pipeline()).build();
        return DynamicContainer.dynamicContainer(
                timeline.name(),
                MODES.stream()
                        .filter(mode -> mode.covers(timeline))
                        .map(mode ->
                                DynamicTest.dynamicTest(mode.name(), () -> everySchedule(timeline, topology, mode))));
    }

    private static void everySchedule(Timeline timeline, Topology topology, TimelineMode mode) {
        if (QUICK) {
            TimelineCheck.check(timeline, topology, mode, SimulationOptions.DEFAULT);
            return;
        }
        for (int parallelism : List.of(1, 2, 4)) {
            SimulationOptions options = SimulationOptions.DEFAULT.parallelism(parallelism);
            TimelineCheck.check(timeline, topology, mode, options.schedule(Schedule.roundRobin()));
            for (long seed = 1; seed <= 3; seed++) {
                TimelineCheck.check(timeline, topology, mode, options.seed(seed));
            }
        }
    }
}
