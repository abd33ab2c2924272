package dev.tidemark.visualizers.eventtime;

import java.util.stream.LongStream;

/** The stretch of time that an axis shows, [start, end] in epoch milliseconds; never empty. */
record Span(long startMillis, long endMillis) {
    private static final long SECOND = 1_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long DAY = 24 * 60 * MINUTE;
    private static final double PADDING = 0.02;
    private static final double ROOM = 0.04;

    /** The stretch from the first to the last of these times; those at infinity do not count. */
    static Span of(LongStream times) {
        var all = times.filter(Times::isFinite).summaryStatistics();
        if (all.getCount() == 0) {
            return new Span(0, MINUTE);
        }
        return all.getMin() == all.getMax()
                ? new Span(all.getMin() - MINUTE / 2, all.getMax() + MINUTE / 2)
                : new Span(all.getMin(), all.getMax());
    }

    long lengthMillis() {
        return endMillis - startMillis;
    }

    /** A little longer at both ends, so that no mark sits on the frame. */
    Span padded() {
        long pad = Math.max(1, (long) (lengthMillis() * PADDING));
        return new Span(startMillis - pad, endMillis + pad);
    }

    /** Longer at its end, so that words above the last mark have a place. */
    Span roomAtEnd() {
        return new Span(startMillis, endMillis + (long) (lengthMillis() * ROOM));
    }

    /** Also over these times, but at most three times as long as now: one huge window must not squeeze the events. */
    Span reaching(LongStream times) {
        long length = lengthMillis();
        var near = times.filter(Times::isFinite)
                .map(time -> Math.max(startMillis - length, Math.min(endMillis + length, time)))
                .summaryStatistics();
        return near.getCount() == 0
                ? this
                : new Span(Math.min(startMillis, near.getMin()), Math.max(endMillis, near.getMax()));
    }

    /** The time, or the end of the stretch that is nearest to it. */
    long clamp(long millis) {
        return Math.max(startMillis, Math.min(endMillis, millis));
    }

    /** The d3 format for its ticks. */
    String format() {
        if (lengthMillis() < 4 * SECOND) {
            return "%H:%M:%S.%L";
        }
        if (lengthMillis() < 10 * MINUTE) {
            return "%H:%M:%S";
        }
        if (lengthMillis() < DAY) {
            return "%H:%M";
        }
        return lengthMillis() < 4 * DAY ? "%b %d %H:%M" : "%b %d";
    }

    /** An axis title that says what the ticks leave out: the day or the two days, and that times are UTC. */
    String axisTitle(String what) {
        if (lengthMillis() >= DAY || startMillis < DAY) {
            return what + " (UTC)";
        }
        long pad = (long) (lengthMillis() * PADDING);
        String first = Times.day(startMillis + pad);
        String last = Times.day(endMillis - pad);
        return what + " (UTC, " + first + (first.equals(last) ? "" : " and " + last) + ")";
    }
}
