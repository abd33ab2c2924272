package dev.tidemark.visualizers.eventtime;

import java.time.Instant;

/**
 * One firing of one window for one key.
 *
 * @param windowStartMillis the window's first millisecond; {@code Long.MIN_VALUE} if it has no start
 * @param windowEndMillis the first millisecond after the window; {@code Long.MAX_VALUE} if it has no end
 * @param firedAtMillis the processing time at which it fired, in epoch milliseconds
 * @param timing early, on time or late
 * @param key the window's key, empty if there is none
 * @param value what it emitted, as text
 */
public record PaneBox(
        long windowStartMillis, long windowEndMillis, long firedAtMillis, PaneTiming timing, String key, String value) {

    /** Checks that the window does not end before it starts. */
    public PaneBox {
        if (windowEndMillis < windowStartMillis) {
            throw new IllegalArgumentException("a window cannot end (" + windowEndMillis + ") before it starts ("
                    + windowStartMillis + "); give [start, end)");
        }
    }

    /** A firing of the window [start, end). */
    public static PaneBox of(Instant start, Instant end, Instant firedAt, PaneTiming timing, String key, String value) {
        return new PaneBox(start.toEpochMilli(), end.toEpochMilli(), firedAt.toEpochMilli(), timing, key, value);
    }

    boolean covers(long eventTimeMillis) {
        return windowStartMillis <= eventTimeMillis && eventTimeMillis < windowEndMillis;
    }

    String window() {
        return Times.window(windowStartMillis, windowEndMillis);
    }
}
