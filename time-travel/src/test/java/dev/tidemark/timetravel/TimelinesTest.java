package dev.tidemark.timetravel;

import dev.tidemark.engine.Schedule;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.timeline.Timeline;
import dev.tidemark.engine.timeline.TimelineCheck;
import dev.tidemark.engine.timeline.TimelineFiles;
import dev.tidemark.engine.timeline.TimelinePipelines;
import dev.tidemark.engine.topology.Topology;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every timeline of the engine, with 1, 2 and 4 subtasks, in turns and with three seeds. */
class TimelinesTest {
    @TestFactory
    Stream<DynamicTest> going_back_and_forward_after_every_step_changes_no_timeline() {
        return TimelineFiles.all().stream()
                .map(timeline -> DynamicTest.dynamicTest(timeline.name(), () -> everySchedule(timeline)));
    }

    private static void everySchedule(Timeline timeline) {
        Topology topology = TimelinePipelines.named(timeline.pipeline()).build();
        BackAndForwardMode mode = new BackAndForwardMode();
        for (int parallelism : List.of(1, 2, 4)) {
            SimulationOptions options = SimulationOptions.DEFAULT.parallelism(parallelism);
            TimelineCheck.check(timeline, topology, mode, options.schedule(Schedule.roundRobin()));
            for (long seed = 1; seed <= 3; seed++) {
                TimelineCheck.check(timeline, topology, mode, options.seed(seed));
            }
        }
    }
}
