package dev.tidemark.engine.transcript;

import dev.tidemark.engine.window.GlobalWindow;
import dev.tidemark.engine.window.TimeWindow;
import dev.tidemark.engine.window.Window;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A scalar text is how values of one type without parts are read from text: numbers, booleans, times.
 *
 * <p>All of them are printed by {@code toString}, but windows as ISO-8601 intervals. Enums and text itself are not among them.
 *
 * @param expected the type as an error names it: {@code a double}, {@code an instant such as 2018-02-01T06:00:00Z}
 * @param parser throws a RuntimeException for what is no such value
 */
public record ScalarText(String expected, Function<String, Object> parser) {
    private static final String WINDOW = "2018-02-01T06:00:00Z/2018-02-01T12:00:00Z";
    private static final Map<Class<?>, ScalarText> BY_TYPE = all();

    /** How values of a class are read; empty if the class is not a scalar. Primitives are read as their boxes. */
    public static Optional<ScalarText> of(Class<?> type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    /** The value that the text says; empty if it says none. */
    public Optional<Object> parse(String text) {
        try {
            return Optional.of(parser.apply(text));
        } catch (RuntimeException e) { // each parser of the JDK has its own; which one does not matter here
            return Optional.empty();
        }
    }

    private static Window window(String text) {
        return text.equals("GLOBAL") ? GlobalWindow.GLOBAL : TimeWindow.parse(text);
    }

    private static Map<Class<?>, ScalarText> all() {
        Map<Class<?>, ScalarText> all = new LinkedHashMap<>();
        add(all, boolean.class, Boolean.class, "true or false", ScalarText::bool);
        add(all, byte.class, Byte.class, "a byte", Byte::valueOf);
        add(all, short.class, Short.class, "a short", Short::valueOf);
        add(all, int.class, Integer.class, "an int", Integer::valueOf);
        add(all, long.class, Long.class, "a long", Long::valueOf);
        add(all, float.class, Float.class, "a float", text -> Float.valueOf(plain(text)));
        add(all, double.class, Double.class, "a double", text -> Double.valueOf(plain(text)));
        all.put(BigInteger.class, new ScalarText("a whole number", BigInteger::new));
        all.put(BigDecimal.class, new ScalarText("a decimal number", BigDecimal::new));
        all.put(UUID.class, new ScalarText("a UUID", ScalarText::uuid));
        all.put(Instant.class, new ScalarText("an instant such as 2018-02-01T06:00:00Z", ScalarText::instant));
        all.put(TimeWindow.class, new ScalarText("a window such as " + WINDOW, TimeWindow::parse));
        all.put(Window.class, new ScalarText("a window such as " + WINDOW + ", or GLOBAL", ScalarText::window));
        all.put(Duration.class, new ScalarText("a duration such as PT30M", Duration::parse));
        all.put(Period.class, new ScalarText("a period such as P1M", Period::parse));
        all.put(LocalDate.class, new ScalarText("a date such as 2018-02-01", LocalDate::parse));
        all.put(LocalTime.class, new ScalarText("a time such as 06:00:00", LocalTime::parse));
        all.put(
                LocalDateTime.class,
                new ScalarText("a date and time such as 2018-02-01T06:00:00", LocalDateTime::parse));
        all.put(
                OffsetDateTime.class,
                new ScalarText("a date and time with offset such as 2018-02-01T06:00:00+01:00", OffsetDateTime::parse));
        all.put(OffsetTime.class, new ScalarText("a time with offset such as 06:00:00+01:00", OffsetTime::parse));
        all.put(
                ZonedDateTime.class,
                new ScalarText(
                        "a date and time with zone such as 2018-02-01T06:00:00+01:00[Europe/Paris]",
                        ZonedDateTime::parse));
        all.put(ZoneOffset.class, new ScalarText("an offset such as +01:00", ZoneOffset::of));
        all.put(ZoneId.class, new ScalarText("a zone such as Europe/Paris", ZoneId::of));
        all.put(Year.class, new ScalarText("a year such as 2018", ScalarText::year));
        all.put(YearMonth.class, new ScalarText("a month such as 2018-02", YearMonth::parse));
        all.put(MonthDay.class, new ScalarText("a day of the year such as --02-01", MonthDay::parse));
        return all;
    }

    private static void add(
            Map<Class<?>, ScalarText> all,
            Class<?> primitive,
            Class<?> box,
            String expected,
            Function<String, Object> parser) {
        ScalarText text = new ScalarText(expected, parser);
        all.put(primitive, text);
        all.put(box, text);
    }

    private static Object bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    /** Refuses what only Java source may write: {@code 1d}, {@code 0x1p3}, blanks around a number. */
    private static String plain(String text) {
        boolean named = text.equals("NaN") || text.equals("Infinity") || text.equals("-Infinity");
        if (!named && !text.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0)) {
            throw new NumberFormatException(text);
        }
        return text;
    }

    /** {@code UUID.fromString} takes groups that are too short. */
    private static Object uuid(String text) {
        UUID uuid = UUID.fromString(text);
        if (text.length() != 36) {
            throw new IllegalArgumentException(text);
        }
        return uuid;
    }

    /** Offsets other than Z are taken too. */
    private static Object instant(String text) {
        return text.endsWith("Z")
                ? Instant.parse(text)
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
    }

    /** {@code Year.toString} is the bare number, which {@code Year.parse} does not take for every year. */
    private static Object year(String text) {
        return Year.of(Integer.parseInt(text));
    }
}
