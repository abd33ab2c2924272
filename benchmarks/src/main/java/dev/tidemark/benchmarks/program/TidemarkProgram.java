package dev.tidemark.benchmarks.program;

import dev.tidemark.benchmarks.Sample;
import dev.tidemark.benchmarks.Side;
import dev.tidemark.benchmarks.result.Row;
import dev.tidemark.benchmarks.result.Tallies;
import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationOptions;
import java.util.function.UnaryOperator;

/** A workload as a pipeline of Tidemark, by nothing but its public interface. */
@FunctionalInterface
public interface TidemarkProgram {
    /** Builds the pipeline over the first {@code events} events; what it returns are the results. */
    DataStream<? extends Row> build(Pipeline pipeline, long events);

    /** What runs it, with one subtask of each operator. */
    default Side side() {
        return side(1);
    }

    /** What runs it, unrecorded, with so many subtasks. The time is that of everything: events, building, running. */
    default Side side(int parallelism) {
        return side(options -> options.parallelism(parallelism));
    }

    /** What runs it, unrecorded, with other options. */
    default Side side(UnaryOperator<SimulationOptions> how) {
        return events -> {
            long run = Tallies.open();
            long start = System.nanoTime();
            Pipeline pipeline = Pipeline.create("benchmark");
            build(pipeline, events).sink("results", new TidemarkSink<>(run));
            try (Simulation simulation =
                    Simulation.of(pipeline, options -> how.apply(options).unrecorded())) {
                simulation.runToEnd();
            }
            return new Sample(System.nanoTime() - start, Tallies.close(run));
        };
    }
}
