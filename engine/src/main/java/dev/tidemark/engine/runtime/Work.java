package dev.tidemark.engine.runtime;

import dev.tidemark.engine.transcript.Happening;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be done next.
 *
 * @param task index of the task
 * @param index the partition, the channel or the operator of the chain; 0 where there is only one
 */
record Work(Kind kind, int task, int index) {
    /** By their codes. */
    private static final List<Kind> KINDS = List.of(Kind.values());

    /** What it is, in the order of the codes. */
    enum Kind {
        PROBE(0),
        TIMER(1),
        BARRIER(2),
        READ(3),
        END(4),
        DELIVER(5),
        COMPARE(6),
        SORTED(7),
        NOTICE(8),
        FINAL(9);

        private final int code;

        Kind(int code) {
            this.code = code;
        }
    }

    /** Does it; one step. Null when nobody wants to know what it was. */
    @Nullable
    Happening perform(Task in, Coordinator coordinator, long now) {
        return switch (kind) {
            case PROBE -> in.probe(now);
            case TIMER -> in.fireProcessingTime();
            case BARRIER -> in.injectBarrier(coordinator.injects(in));
            case READ -> in.read(index, now);
            case END -> in.endSource(now);
            case DELIVER -> in.deliver(index);
            case COMPARE -> in.compare(now);
            case SORTED -> in.takeSorted();
            case NOTICE -> coordinator.notices().tell(in, index);
            case FINAL -> coordinator.takeFinal();
        };
    }

    /** Whether a turn of it can go on. */
    boolean stillReady(Task in, long now) {
        return switch (kind) {
            case READ -> in.readable(index, now);
            case DELIVER -> in.deliverable(index);
            case TIMER -> in.nextProcessingTime() <= now;
            case SORTED -> in.hasSorted();
            case PROBE, BARRIER, END, COMPARE, NOTICE, FINAL -> false;
        };
    }

    /** A number that orders all work, task by task. */
    long order() {
        return order(kind, task, index);
    }

    static long order(Kind kind, int task, int index) {
        return ((long) task << 32) | ((long) kind.code << 24) | index;
    }

    static Work ofOrder(long order) {
        return new Work(kindOf((int) (order >>> 24) & 0xff), (int) (order >>> 32), (int) order & 0xffffff);
    }

    private static Kind kindOf(int code) {
        return KINDS.get(code);
    }
}
