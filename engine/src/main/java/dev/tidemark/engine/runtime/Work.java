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
        PROBE,
        TIMER,
        BARRIER,
        READ,
        END,
        DELIVER
    }

    /** A number that orders all work, task by task. */
    long order() {
        return ((long) task << 32) | ((long) kind.ordinal() << 24) | index;
    }

    static Work ofOrder(long order) {
        return new Work(Kind.values()[(int) (order >>> 24) & 0xff], (int) (order >>> 32), (int) order & 0xffffff);
    }
}
