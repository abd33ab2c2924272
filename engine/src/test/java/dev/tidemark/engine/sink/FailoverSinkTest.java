package dev.tidemark.engine.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.connect.partfiles.Encoders;
import dev.tidemark.engine.connect.partfiles.FileSink;
import dev.tidemark.engine.connect.partfiles.RollingPolicy;
import dev.tidemark.engine.fault.RestartStrategy;
import dev.tidemark.engine.sink.Sales.Sale;
import dev.tidemark.engine.timeline.Statement;
import dev.tidemark.engine.topology.Topology;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job that starts again by itself, whatever fails at whatever step: what it writes into files is there once. */
class FailoverSinkTest {
    private static final Sales SALES = new Sales(40);

    @TempDir
    Path folders = Path.of(".");

    private static FileSink<Sale> sink(Path folder, boolean acrossCheckpoints) {
        FileSink<Sale> files = FileSink.into(folder, Encoders.csv(Sale.class));
        return acrossCheckpoints
                ? files.rolling(RollingPolicy.acrossCheckpoints().atBytes(150))
                : files;
    }

    /** All in one region. */
    private static Topology totals(Sink<Sale> sink) {
        Pipeline pipeline = Pipeline.create("totals");
        SALES.totals(pipeline).sinkTo("files", sink);
        return pipeline.build();
    }

    /** Each subtask in a region of its own. */
    private static Topology apart(Sink<Sale> sink) {
        Pipeline pipeline = Pipeline.create("apart");
        SALES.each(pipeline).sinkTo("files", sink);
        return pipeline.build();
    }

    private interface Job {
        Topology into(Sink<Sale> sink);
    }

    private void failsAfterEachStep(String name, Job job, Map<String, List<Sale>> expected, Consumer<Simulation> fault)
            throws IOException {
        int steps = 1;
        boolean over = false;
        for (; !over; steps++) {
            Path folder = folders.resolve(name + "-" + steps);
            Topology topology = job.into(sink(folder, steps % 2 == 1));
            try (Simulation run = Simulation.of(
                    topology, Sales.options(steps % 5).restart(RestartStrategy.fixedDelay(9, Duration.ofMillis(3))))) {
                over = run.step(steps).count() < steps;
                if (!run.finished()) {
                    fault.accept(run);
                }
                run.step(1 + steps / 2);
                if (!run.finished()) {
                    fault.accept(run);
                }
                run.runToEnd();
            }
            assertThat(Written.totals(folder)).as("step %s", steps).isEqualTo(expected);
        }
        assertThat(steps).isGreaterThan(100);
    }

    /** What has finished, or waits for its restart, can't fail. */
    private static void failIfRunning(Runnable fault) {
        try {
            fault.run();
        } catch (IllegalStateException e) {
            assertThat(e.getMessage()).containsAnyOf("has finished", "have finished", "waits for its restart");
        }
    }

    @Test
    @Statement({150, 153})
    void subtask_that_fails_twice() throws IOException {
        failsAfterEachStep(
                "subtask",
                FailoverSinkTest::totals,
                SALES.expected(),
                run -> failIfRunning(() -> run.fail("totals", 0)));
    }

    @Test
    @Statement({150, 153})
    void subtask_that_fails_while_its_neighbour_goes_on() throws IOException {
        failsAfterEachStep(
                "apart",
                FailoverSinkTest::apart,
                SALES.expectedEach(),
                run -> failIfRunning(() -> run.fail("files", 1)));
    }

    @Test
    void machine_that_fails() throws IOException {
        failsAfterEachStep(
                "machine",
                FailoverSinkTest::apart,
                SALES.expectedEach(),
                run -> failIfRunning(() -> run.failMachine("0")));
    }

    @Test
    void coordinator_that_fails() throws IOException {
        failsAfterEachStep(
                "coordinator", FailoverSinkTest::totals, SALES.expected(), run -> failIfRunning(run::failCoordinator));
    }

    @Test
    @Statement({150, 151})
    void fault_before_or_after_anything_that_the_sink_does() throws IOException {
        int points = 0;
        for (boolean happened = true; happened; points++) {
            Path folder = folders.resolve("at-" + points);
            Fault fault = Fault.at(folder.toString(), points);
            Sink<Sale> faulty = new WatchedSink<>(sink(folder, points % 2 == 1), fault);
            boolean apart = points % 3 == 0;
            try (Simulation run = Simulation.of(
                    apart ? apart(faulty) : totals(faulty),
                    Sales.options(points % 5).restart(RestartStrategy.fixedDelay(1, Duration.ofMillis(3))))) {
                run.runToEnd();
            }
            assertThat(Written.totals(folder))
                    .as("fault at point " + points)
                    .isEqualTo(apart ? SALES.expectedEach() : SALES.expected());
            happened = fault.happened();
        }
        assertThat(points).isGreaterThan(100);
    }
}
