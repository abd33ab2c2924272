package dev.tidemark.benchmarks.result;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The tallies of the runs that are going on in this process.
 *
 * <p>Both engines make their functions anew from serialized bytes, so that a sink can find where it counts only by number.
 */
public final class Tallies {
    private static final Map<Long, Tally> OPEN = new ConcurrentHashMap<>();
    private static final AtomicLong NEXT = new AtomicLong();

    private Tallies() {}

    /** Begins a run; the number is for its sinks. */
    public static long open() {
        long number = NEXT.incrementAndGet();
        OPEN.put(number, new Tally());
        return number;
    }

    /** Where the run counts. Sinks in several threads count for themselves and {@link #merge} at the end. */
    public static Tally of(long number) {
        Tally tally = OPEN.get(number);
        if (tally == null) {
            throw new IllegalStateException("run " + number + " has not been opened, or is closed already");
        }
        return tally;
    }

    /** Counts what one sink of the run has counted. */
    public static void merge(long number, Tally part) {
        Tally whole = of(number);
        synchronized (whole) {
            whole.add(part);
        }
    }

    /** Ends a run. */
    public static Checksum close(long number) {
        Checksum checksum = of(number).checksum();
        OPEN.remove(number);
        return checksum;
    }
}
