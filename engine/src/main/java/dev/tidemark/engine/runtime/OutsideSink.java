package dev.tidemark.engine.runtime;

import dev.tidemark.engine.function.Prototype;
import dev.tidemark.engine.sink.Sink;
import dev.tidemark.engine.sink.SinkContext;
import dev.tidemark.engine.sink.SupportsRollback;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a sink has outside of the run; it belongs to no snapshot, and a start of the job gives up that of the start before. */
final class OutsideSink {
    private final Prototype<? extends Sink<Object>> prototype;
    private final SortedMap<Integer, SinkEnd> ends = new TreeMap<>();
    private int attempt = -1;

    OutsideSink(Prototype<? extends Sink<Object>> prototype) {
        this.prototype = prototype;
    }

    /** What a checkpoint knows: of all subtasks, and the share of one. */
    record Known(
            List<Object> allStates,
            List<Object> allPending,
            @Nullable List<Object> ownStates) {
        static final Known NOTHING = new Known(List.of(), List.of(), null);
    }

    /** The end of a subtask in this attempt, and in this start of some subtasks alone. */
    SinkEnd end(int inAttempt, int start, SinkContext<Object> context, Known known) throws Exception {
        if (attempt != inAttempt) {
            close();
            SupportsRollback<Object, Object> rollback = rollback();
            if (rollback != null) {
                rollback.rollback(known.allStates(), known.allPending());
            }
            attempt = inAttempt;
        }
        SinkEnd end = ends.get(context.subtask());
        if (end != null && end.start() != start) {
            giveUp(end, context.subtask(), known);
            end = null;
        }
        if (end == null) {
            end = new SinkEnd(prototype.instance(), start, context, known.ownStates());
            ends.put(context.subtask(), end);
        }
        return end;
    }

    /** Gives up what a subtask had that starts again while others go on. */
    private void giveUp(SinkEnd end, int subtask, Known known) throws Exception {
        end.close();
        SupportsRollback<Object, Object> rollback = rollback();
        if (rollback != null) {
            rollback.rollbackSubtask(subtask, known.allStates(), known.allPending());
        }
        ends.remove(subtask);
    }

    @SuppressWarnings("unchecked")
    private @Nullable SupportsRollback<Object, Object> rollback() {
        return prototype.instance() instanceof SupportsRollback
                ? (SupportsRollback<Object, Object>) prototype.instance()
                : null;
    }

    /** Gives up everything that is open. */
    void close() throws Exception {
        List<SinkEnd> open = new ArrayList<>(ends.values());
        ends.clear();
        Exception thrown = null;
        for (SinkEnd each : open) {
            try {
                each.close();
            } catch (Exception e) {
                if (thrown == null) {
                    thrown = e;
                } else {
                    thrown.addSuppressed(e);
                }
            }
        }
        if (thrown != null) {
            throw thrown;
        }
    }
}
