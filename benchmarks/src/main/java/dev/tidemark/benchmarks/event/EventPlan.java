package dev.tidemark.benchmarks.event;

import dev.tidemark.benchmarks.result.Mix;
import java.io.Serializable;

/**
 * A stream of events as a function of their index: equal on every engine, and made on the fly.
 *
 * <p>Times rise by so many events a second, each set back by up to {@link #DISORDER_MILLIS} − 1; keys are uniform; values go
 * from 0 to 99 in turns.
 *
 * @param seed which of many such streams
 * @param keys how many keys
 * @param perMilli events in a millisecond of event time
 */
public record EventPlan(long seed, int keys, int perMilli) implements Serializable {
    /** The time of the first event: a multiple of ten seconds. */
    public static final long BASE = 1_700_000_000_000L;

    /** A watermark this far behind the latest event leaves none late. */
    public static final long DISORDER_MILLIS = 500;

    private static final int VALUES = 100;

    private static final int USUAL_KEYS = 1000;
    private static final int USUAL_RATE = 10;

    /** The stream of 1,000 keys, ten events in a millisecond. */
    public static final EventPlan STANDARD = new EventPlan(0, USUAL_KEYS, USUAL_RATE);

    public EventPlan {
        if (keys < 1 || perMilli < 1) {
            throw new IllegalArgumentException("a stream of " + keys + " keys and " + perMilli
                    + " events in a millisecond; both must be at least 1");
        }
    }

    /** The same with so many keys. */
    public EventPlan withKeys(int number) {
        return new EventPlan(seed, number, perMilli);
    }

    /** The same with so many events in a millisecond of event time. */
    public EventPlan withRate(int eventsPerMilli) {
        return new EventPlan(seed, keys, eventsPerMilli);
    }

    /** Another stream of the same shape. */
    public EventPlan withSeed(long other) {
        return new EventPlan(other, keys, perMilli);
    }

    public Event event(long index) {
        long bits = bits(index);
        return new Event(key(bits), time(index, bits), value(index));
    }

    public EventPojo pojo(long index) {
        long bits = bits(index);
        return new EventPojo(key(bits), time(index, bits), value(index));
    }

    private long bits(long index) {
        return Mix.of(index + seed);
    }

    // The usual numbers stand as constants, by which a compiler divides without dividing: engines are measured, not
    // that.

    private int key(long bits) {
        return (int)
                (keys == USUAL_KEYS ? Long.remainderUnsigned(bits, USUAL_KEYS) : Long.remainderUnsigned(bits, keys));
    }

    private long time(long index, long bits) {
        long millis = perMilli == USUAL_RATE ? index / USUAL_RATE : index / perMilli;
        return BASE + millis - (bits >>> 40) % DISORDER_MILLIS;
    }

    private static long value(long index) {
        return index % VALUES;
    }
}
