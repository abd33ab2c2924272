package dev.tidemark.engine.time;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** How times are written and read: ISO-8601 in UTC, a time of day alone within a known day. */
public final class Times {
    private static final long DAY_MILLIS = 86_400_000L;
    private static final long FIRST = -62_135_596_800_000L; // 0001-01-01
    private static final long LAST = 253_402_300_799_999L; // 9999-12-31T23:59:59.999

    private Times() {}

    /** {@code 2018-02-01T06:00:00Z}; {@code beginning} and {@code end of time} for the two ends of the long range. */
    public static String text(long millis) {
        if (millis < FIRST) {
            return millis == Long.MIN_VALUE ? "beginning" : millis + "ms";
        }
        if (millis > LAST) {
            return millis == Long.MAX_VALUE ? "end of time" : millis + "ms";
        }
        return Instant.ofEpochMilli(millis).toString();
    }

    /** The time of day when {@code millis} lies on the day that begins at {@code dayMillis}, else as {@link #text(long)}. */
    public static String text(long millis, long dayMillis) {
        if (millis < FIRST || millis > LAST || dayOf(millis) != dayMillis) {
            return text(millis);
        }
        LocalTime time = Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC).toLocalTime();
        return time.getSecond() == 0 && time.getNano() == 0 ? time + ":00" : time.toString();
    }

    /** The start of the UTC day in which {@code millis} lies. */
    public static long dayOf(long millis) {
        return Math.floorDiv(millis, DAY_MILLIS) * DAY_MILLIS;
    }

    /**
     * Reads what {@link #text(long, long)} writes.
     *
     * @throws IllegalArgumentException if {@code text} is no time; the message shows the forms that are
     */
    public static long parse(String text, long dayMillis) {
        if (text.equals("beginning")) {
            return Long.MIN_VALUE;
        }
        if (text.equals("end of time")) {
            return Long.MAX_VALUE;
        }
        try {
            if (text.endsWith("ms")) {
                return Long.parseLong(text.substring(0, text.length() - 2));
            }
            return text.indexOf('T') < 0
                    ? dayMillis + LocalTime.parse(text).toNanoOfDay() / 1_000_000L
                    : Instant.parse(text).toEpochMilli();
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a time; write 12:04:59, 2018-02-01T06:00:00Z or 1517464800000ms", e);
        }
    }

    /** Reads an ISO instant; the date is needed. */
    public static long parse(String text) {
        if (!text.contains("T") && !text.endsWith("ms") && !text.equals("beginning") && !text.equals("end of time")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not an instant; write 2018-02-01T06:00:00Z or 1517464800000ms");
        }
        return parse(text, 0);
    }

    /** A duration as a person says it: {@code 6h}, {@code 1h30m}, {@code 250ms}. */
    public static String text(Duration duration) {
        long millis;
        try {
            millis = duration.toMillis();
        } catch (ArithmeticException | DateTimeException e) {
            return duration.toString();
        }
        return millis % 1000 == 0 ? duration.toString().substring(2).toLowerCase(java.util.Locale.ROOT) : millis + "ms";
    }

    /** {@code a + b}, staying at the end of time instead of overflowing; {@code b} is not negative. */
    public static long saturatedAdd(long a, long b) {
        long sum = a + b;
        return ((a ^ sum) & (b ^ sum)) < 0 ? Long.MAX_VALUE : sum;
    }
}
