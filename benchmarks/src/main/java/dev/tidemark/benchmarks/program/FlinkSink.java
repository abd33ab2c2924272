package dev.tidemark.benchmarks.program;

import dev.tidemark.benchmarks.result.Row;
import dev.tidemark.benchmarks.result.Tallies;
import dev.tidemark.benchmarks.result.Tally;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Counts the results of a run on Flink. */
final class FlinkSink<T extends Row> implements Sink<T> {
    private static final long serialVersionUID = 1L;

    private final long run;

    FlinkSink(long run) {
        this.run = run;
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        return new Writer<>(run);
    }

    private static final class Writer<T extends Row> implements SinkWriter<T> {
        private final long run;
        private final Tally tally = new Tally();

        Writer(long run) {
            this.run = run;
        }

        @Override
        public void write(T row, Context context) {
            tally.add(row);
        }

        @Override
        public void flush(boolean endOfInput) {
            if (endOfInput) {
                Tallies.merge(run, tally);
            }
        }

        @Override
        public void close() {}
    }
}
