package dev.tidemark.engine.runtime;

import dev.tidemark.engine.sink.Committer;
import dev.tidemark.engine.sink.Sink;
import dev.tidemark.engine.sink.SinkContext;
import dev.tidemark.engine.sink.SinkWriter;
import dev.tidemark.engine.sink.SupportsCommitter;
import dev.tidemark.engine.sink.SupportsWriterState;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The end of one sink subtask that reaches outside: its writer, its committer, and how many acts they have done.
 *
 * <p>An operator numbers its acts; whoever repeats one that is done, as a re-execution does, changes nothing.
 */
final class SinkEnd {
    private final SinkWriter<Object> writer;
    private final @Nullable Committer<Object> committer;
    private final int start;
    private long done;
    private byte[] answer = {};
    private boolean closed;

    /** {@code recovered} is what the writer remembered in the checkpoint that the job starts from; null for a start from nothing. */
    @SuppressWarnings("unchecked")
    SinkEnd(Sink<Object> sink, int start, SinkContext<Object> context, @Nullable List<Object> recovered)
            throws Exception {
        this.start = start;
        committer = sink instanceof SupportsCommitter
                ? ((SupportsCommitter<Object, Object>) sink).createCommitter(context)
                : null;
        writer = recovered != null && sink instanceof SupportsWriterState
                ? ((SupportsWriterState<Object, Object>) sink).restoreWriter(context, recovered)
                : sink.createWriter(context);
    }

    /** The number of the start that it was made for. */
    int start() {
        return start;
    }

    SinkWriter<Object> writer() {
        return writer;
    }

    @Nullable
    Committer<Object> committer() {
        return committer;
    }

    void write(long act, Object value, SinkWriter.Context at) throws Exception {
        if (isNew(act)) {
            writer.write(value, at);
            done++;
        }
    }

    /** Does something that has an answer; the last answer is known when it is asked for again. */
    byte[] answer(long act, Callable<byte[]> asking) throws Exception {
        if (isNew(act)) {
            answer = asking.call();
            done++;
        } else if (act < done - 1) {
            throw new IllegalStateException("this run was put back to a snapshot from before its sinks acted outside, "
                    + "and does not know any more what they answered; go back in a recorded run, which does");
        }
        return answer;
    }

    private boolean isNew(long act) {
        if (act > done) {
            throw new IllegalStateException("this run went on for a while without acting outside, so that its sinks "
                    + "have gaps; act outside from the start, or not at all");
        }
        return act == done;
    }

    void close() throws Exception {
        if (closed) {
            return;
        }
        closed = true;
        try {
            writer.close();
        } finally {
            if (committer != null) {
                committer.close();
            }
        }
    }
}
