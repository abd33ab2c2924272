package dev.tidemark.flink.search.stage;

import java.util.List;
import java.util.Random;

/**
 * Draws what a case is made of.
 *
 * <p>One source or one stage may go by the clock: which of two things that are due at the same millisecond comes first
 * is open between operators. A stage that sets no timers, and only reads the clock, may do so in any number.
 */
public final class Draw {
    private final Random random;
    private final boolean clock;
    private final boolean idle;
    private final boolean feedByClock;
    private boolean stageByClock;

    /** What {@code seed} draws; {@code clock} says whether processing time may have a say in it. */
    public Draw(long seed, boolean clock) {
        this.random = new Random(seed);
        this.clock = clock;
        this.idle = !oneIn(8);
        this.feedByClock = clock && oneIn(3);
        this.stageByClock = clock && !feedByClock;
    }

    /** True once in so many times. */
    public boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    /** A number in {@code [0, n)}. */
    public int below(int n) {
        return random.nextInt(n);
    }

    <T> T of(T[] all) {
        return all[below(all.length)];
    }

    <T> T of(List<T> all) {
        return all.get(below(all.size()));
    }

    /** Whether processing time may have a say. */
    public boolean clock() {
        return clock;
    }

    /**
     * Whether anything may go idle: when all of two ways are idle, and active again at a watermark, which of them
     * has it first is open, and with it the watermark that the other's results meet.
     */
    public boolean idle() {
        return idle;
    }

    /** Whether the stage at hand goes by the clock: one of them may. */
    boolean useClock(int oneIn) {
        boolean use = stageByClock && oneIn(oneIn);
        stageByClock &= !use;
        return use;
    }

    /** The first source. */
    public Feed first(String name) {
        return feed(name, feedByClock);
    }

    /** Another source. */
    public Feed other(String name) {
        return feed(name, false);
    }

    private Feed feed(String name, boolean byClock) {
        return new Feed(name, 1 + below(3), strategy(byClock), below(10));
    }

    /** Where anything goes by the clock, other watermarks are sent by hand: else which is first would be open. */
    private Feed.Strategy strategy(boolean byClock) {
        if (byClock) {
            return !idle || oneIn(2) ? Feed.Strategy.PERIODIC : Feed.Strategy.PERIODIC_WITH_IDLENESS;
        }
        return switch (clock ? 2 : below(5)) {
            case 0 -> Feed.Strategy.PER_EVENT;
            case 1 -> Feed.Strategy.PUNCTUATED;
            default -> Feed.Strategy.BY_HAND;
        };
    }
}
