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
    private final boolean two;
    private final boolean idle;
    private final boolean feedByClock;
    private boolean stageByClock;

    /**
     * What {@code seed} draws.
     *
     * @param clock whether processing time may have a say in it
     * @param two whether it is for two subtasks of each operator
     */
    public Draw(long seed, boolean clock, boolean two) {
        this.random = new Random(seed);
        this.clock = clock;
        this.two = two;
        this.idle = !oneIn(two ? 2 : 8) && (!two || Feed.mayIdle(0));
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

    /** Whether operators have two subtasks, between which there are more orders that are open. */
    public boolean two() {
        return two;
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
        int partitions = 1 + below(3);
        return new Feed(name, partitions, strategy(byClock, two && partitions > 1), below(10));
    }

    /**
     * Where anything goes by the clock, other watermarks are sent by hand: else which is first would be open. So are those
     * of subtasks that end at once: with a watermark each it would be open which of them is the lowest for a while.
     */
    private Feed.Strategy strategy(boolean byClock, boolean byHand) {
        if (byClock) {
            return !idle || oneIn(2) || !Feed.mayIdle(0)
                    ? Feed.Strategy.PERIODIC
                    : Feed.Strategy.PERIODIC_WITH_IDLENESS;
        }
        return switch (clock || byHand ? 2 : below(5)) {
            case 0 -> Feed.Strategy.PER_EVENT;
            case 1 -> Feed.Strategy.PUNCTUATED;
            default -> Feed.Strategy.BY_HAND;
        };
    }
}
