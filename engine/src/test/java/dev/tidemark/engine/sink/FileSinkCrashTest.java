package dev.tidemark.engine.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationFailed;
import dev.tidemark.engine.checkpoint.Checkpoint;
import dev.tidemark.engine.connect.partfiles.Encoders;
import dev.tidemark.engine.connect.partfiles.FileSink;
import dev.tidemark.engine.connect.partfiles.RollingPolicy;
import dev.tidemark.engine.sink.Sales.Sale;
import dev.tidemark.engine.timeline.Statement;
import dev.tidemark.engine.topology.Topology;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A crash at every point of a run that writes files: what is there in the end is there once. */
class FileSinkCrashTest {
    private static final Sales SALES = new Sales(60);

    @TempDir
    Path folders = Path.of(".");

    private static FileSink<Sale> sink(Path folder, boolean acrossCheckpoints) {
        FileSink<Sale> files = FileSink.into(folder, Encoders.csv(Sale.class));
        return acrossCheckpoints
                ? files.rolling(RollingPolicy.acrossCheckpoints().atBytes(150))
                : files;
    }

    private static Topology into(Sink<Sale> sink) {
        Pipeline pipeline = Pipeline.create("sales");
        SALES.totals(pipeline).sinkTo("files", sink);
        return pipeline.build();
    }

    /** From the last checkpoint on; a job without one starts anew. */
    private static void restart(Simulation failed, Topology topology, long seed, int parallelism) {
        List<Checkpoint> complete = failed.checkpoints();
        if (complete.isEmpty()) {
            failed.close();
            try (Simulation anew = Simulation.of(topology, Sales.options(seed))) {
                anew.runToEnd();
            }
        } else {
            failed.restore(complete.get(complete.size() - 1), parallelism);
            failed.runToEnd();
        }
    }

    @Test
    @Statement({150, 151, 152})
    void a_crash_after_any_step_leaves_each_result_once() throws IOException {
        for (int i = 0; i < 4; i++) {
            boolean across = i % 2 == 1;
            int steps = crashesAfterEachStep(i, across, i < 2 ? 2 : 1 + i);
            assertThat(steps).isGreaterThan(150);
        }
    }

    private int crashesAfterEachStep(int seed, boolean across, int restartWith) throws IOException {
        for (int steps = 1; ; steps++) {
            Path folder = folders.resolve(seed + "-" + steps);
            Topology topology = into(sink(folder, across));
            try (Simulation run = Simulation.of(topology, Sales.options(seed))) {
                if (run.step(steps).count() < steps) {
                    return steps;
                }
                run.fail("files", 0);
                restart(run, topology, seed, restartWith);
            }
            assertThat(Written.totals(folder))
                    .as("seed %s, step %s", seed, steps)
                    .isEqualTo(SALES.expected());
        }
    }

    @Test
    @Statement({150, 151})
    void a_fault_before_or_after_anything_that_the_sink_does_leaves_each_result_once() throws IOException {
        int points = 0;
        boolean happened = true;
        while (happened) {
            Path folder = folders.resolve("at-" + points);
            Fault fault = Fault.at(folder.toString(), points);
            Topology topology = into(new WatchedSink<>(sink(folder, points % 2 == 1), fault));
            try (Simulation run = Simulation.of(topology, Sales.options(points % 3))) {
                try {
                    run.runToEnd();
                } catch (SimulationFailed e) {
                    assertThat(e).hasMessageContaining("the plug was pulled");
                    restart(run, topology, points % 3, 2);
                }
            }
            assertThat(Written.totals(folder)).as("fault at point " + points).isEqualTo(SALES.expected());
            happened = fault.happened();
            points++;
        }
        assertThat(points).isGreaterThan(150);
    }

    @Test
    void a_fault_in_the_recovery_is_recovered_from() throws IOException {
        for (int points = 0; points < 24; points++) {
            Path folder = folders.resolve("again-" + points);
            Fault fault = Fault.at(folder.toString(), Integer.MAX_VALUE);
            Topology topology = into(new WatchedSink<>(sink(folder, false), fault));
            try (Simulation run = Simulation.of(topology, Sales.options(1))) {
                run.runUntil(step -> run.checkpoints().size() == 3);
                run.fail("files", 1);
                Fault.at(folder.toString(), points);
                run.restore(run.checkpoints().get(2));
                try {
                    run.runToEnd();
                } catch (SimulationFailed e) {
                    restart(run, topology, 1, 2);
                }
            }
            assertThat(Written.totals(folder)).as("fault at point " + points).isEqualTo(SALES.expected());
        }
    }
}
