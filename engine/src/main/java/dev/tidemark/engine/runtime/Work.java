package dev.tidemark.engine.runtime;

/**
 * One thing that can be done next.
 *
 * @param task index of the task
 * @param index the partition or channel, 0 where there is only one
 */
record Work(Kind kind, int task, int index) {
    /** What it is. */
    enum Kind {
        PROBE(0),
        TIMER(1),
        BARRIER(2),
        READ(3),
        END(4),
        DELIVER(5);

        private final int code;

        Kind(int code) {
            this.code = code;
        }
    }

    /** A number that orders all work, task by task. */
    long order() {
        return ((long) task << 32) | ((long) kind.code << 24) | index;
    }

    static Work ofOrder(long order) {
        return new Work(kindOf((int) (order >>> 24) & 0xff), (int) (order >>> 32), (int) order & 0xffffff);
    }

    private static Kind kindOf(int code) {
        for (Kind kind : Kind.values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no work has code " + code);
    }
}
