package dev.tidemark.benchmarks.program;

import dev.tidemark.benchmarks.result.Row;
import dev.tidemark.benchmarks.result.Tallies;
import dev.tidemark.benchmarks.result.Tally;
import dev.tidemark.engine.function.SinkFunction;
import org.jspecify.annotations.Nullable;

/** Counts the results of a run on Tidemark. */
final class TidemarkSink<T extends Row> implements SinkFunction<T> {
    private static final long serialVersionUID = 1L;

    private final long run;
    private transient @Nullable Tally tally;

    TidemarkSink(long run) {
        this.run = run;
    }

    @Override
    public void write(T row) {
        if (tally == null) {
            tally = Tallies.of(run);
        }
        tally.add(row);
    }
}
