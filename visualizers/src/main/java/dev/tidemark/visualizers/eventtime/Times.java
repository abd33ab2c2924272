package dev.tidemark.visualizers.eventtime;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Times and durations in words. */
final class Times {
    /** The farthest from 1970 that a browser's clock goes. */
    private static final long FARTHEST_MILLIS = 8_640_000_000_000_000L;

    private static final DateTimeFormatter TO_SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TO_MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Where the time of day begins; the years that a browser knows and people use have four digits. */
    private static final int DAY_LENGTH = "uuuu-MM-dd ".length();

    private static final List<Unit> UNITS = List.of(
            new Unit("d", 86_400_000L), new Unit("h", 3_600_000L), new Unit("min", 60_000L), new Unit("s", 1_000L));

    private Times() {}

    static boolean isFinite(long millis) {
        return -FARTHEST_MILLIS <= millis && millis <= FARTHEST_MILLIS;
    }

    static String words(long millis) {
        if (!isFinite(millis)) {
            return millis < 0 ? "−∞" : "+∞";
        }
        return (millis % 1_000 == 0 ? TO_SECONDS : TO_MILLIS).format(Instant.ofEpochMilli(millis));
    }

    static String day(long millis) {
        return DAY.format(Instant.ofEpochMilli(millis));
    }

    /** A time without its day, to the second unless it has milliseconds. */
    static String clock(long millis) {
        return isFinite(millis) ? words(millis).substring(DAY_LENGTH) : words(millis);
    }

    /** A window as {@code [start, end)}; the end without its day if that is the start's. */
    static String window(long start, long end) {
        boolean sameDay = isFinite(start) && isFinite(end) && day(start).equals(day(end));
        return "[" + words(start) + ", " + (sameDay ? clock(end) : words(end)) + ")";
    }

    /** A duration in its largest fitting unit, with at most one decimal: {@code 1.5 h}, {@code 40 ms}. */
    static String duration(long millis) {
        Unit unit = unit(millis);
        double amount = (double) millis / unit.millis();
        String digits = String.format(Locale.ROOT, "%.1f", amount);
        return (digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits) + " " + unit.name();
    }

    /** The largest unit that is not larger than this. */
    static Unit unit(long millis) {
        for (Unit unit : UNITS) {
            if (Math.abs(millis) >= unit.millis()) {
                return unit;
            }
        }
        return new Unit("ms", 1);
    }

    record Unit(String name, long millis) {}
}
