package dev.tidemark.flink.bench;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.apache.flink.util.clock.Clock;

/** The processing time of a whole bench, with what is due when; it moves only when it is told to. */
final class HandClock extends Clock {
    /** What is due at a time; {@code order} tells apart what is due at the same one. */
    record Due(long atMillis, long order, Turns.Act task) {}

    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparingLong(Due::atMillis).thenComparingLong(Due::order));
    private final Turns turns;
    private final long startMillis;
    private long nowMillis;
    private long scheduled;

    HandClock(long startMillis, Turns turns) {
        this.turns = turns;
        this.startMillis = startMillis;
        this.nowMillis = startMillis;
    }

    Due schedule(long atMillis, Turns.Act task) {
        Due one = new Due(atMillis, scheduled++, task);
        due.add(one);
        return one;
    }

    void cancel(Due one) {
        due.remove(one);
    }

    /** Does what is due now. */
    void settle() throws Exception {
        while (!due.isEmpty() && due.peek().atMillis() <= nowMillis) {
            turns.run(due.remove().task());
        }
    }

    /** Goes to a time, stopping at whatever is due on the way; {@code tick} is called at each stop. */
    void walk(long toMillis, Runnable tick) throws Exception {
        settle();
        while (!due.isEmpty() && due.peek().atMillis() <= toMillis) {
            jump(Math.max(nowMillis, due.peek().atMillis()), tick);
        }
        jump(Math.max(nowMillis, toMillis), tick);
    }

    /** Is at a time at once; what was due before it is done there. */
    void jump(long toMillis, Runnable tick) throws Exception {
        nowMillis = toMillis;
        tick.run();
        settle();
    }

    @Override
    public long absoluteTimeMillis() {
        return nowMillis;
    }

    /** Never zero, which Flink's idleness takes for "not begun". */
    @Override
    public long relativeTimeMillis() {
        return nowMillis - startMillis + 1;
    }

    @Override
    public long relativeTimeNanos() {
        return relativeTimeMillis() * 1_000_000L;
    }
}
