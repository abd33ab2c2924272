package dev.tidemark.benchmarks.program;

import dev.tidemark.benchmarks.Sample;
import dev.tidemark.benchmarks.Side;
import dev.tidemark.benchmarks.result.Tally;

/** A workload as a loop over collections of the JDK. */
@FunctionalInterface
public interface PlainProgram {
    /** Counts the results of the first {@code events} events. */
    void run(long events, Tally results);

    /** What runs it. */
    default Side side() {
        return events -> {
            Tally results = new Tally();
            long start = System.nanoTime();
            run(events, results);
            return new Sample(System.nanoTime() - start, results.checksum());
        };
    }
}
