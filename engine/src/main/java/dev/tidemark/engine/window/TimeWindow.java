package dev.tidemark.engine.window;

import dev.tidemark.engine.time.Times;
import java.time.Instant;

/**
 * A window over the times in {@code [start, end)}.
 *
 * @param start the first millisecond in it
 * @param end the first millisecond after it
 */
public record TimeWindow(long start, long end) implements Window, Comparable<TimeWindow> {
    /** {@code end − 1}: the window is complete when the watermark reaches it. */
    @Override
    public long maxTimestamp() {
        return end - 1;
    }

    /** Whether the two overlap or touch, which is when sessions merge. */
    public boolean meets(TimeWindow other) {
        return start <= other.end && end >= other.start;
    }

    /** The smallest window that contains both. */
    public TimeWindow cover(TimeWindow other) {
        return new TimeWindow(Math.min(start, other.start), Math.max(end, other.end));
    }

    /** The start as an instant. */
    public Instant from() {
        return Instant.ofEpochMilli(start);
    }

    /** The end as an instant. */
    public Instant until() {
        return Instant.ofEpochMilli(end);
    }

    /** The window as an ISO-8601 interval: {@code 2018-02-01T06:00:00Z/2018-02-01T12:00:00Z}. */
    public String interval() {
        return time(start) + "/" + time(end);
    }

    /** Reads what {@link #interval} writes. */
    public static TimeWindow parse(String interval) {
        int slash = interval.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException(
                    "'" + interval + "' is not an interval; write 2018-02-01T06:00:00Z/2018-02-01T12:00:00Z");
        }
        return new TimeWindow(Times.parse(interval.substring(0, slash)), Times.parse(interval.substring(slash + 1)));
    }

    private static String time(long millis) {
        return millis == Long.MIN_VALUE || millis == Long.MAX_VALUE ? millis + "ms" : Times.text(millis);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(start * 31 + end);
    }

    @Override
    public int compareTo(TimeWindow other) {
        int byStart = Long.compare(start, other.start);
        return byStart != 0 ? byStart : Long.compare(end, other.end);
    }

    @Override
    public String toString() {
        long day = Times.dayOf(start);
        return "[" + Times.text(start) + ", " + (day == Times.dayOf(end) ? Times.text(end, day) : Times.text(end))
                + ")";
    }
}
