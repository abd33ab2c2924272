package dev.tidemark.engine.state.codec;

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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Random values of a type that has all that codecs cover and equals can compare. */
public final class RandomValues {
    public enum Colour {
        RED,
        GREEN,
        none
    }

    public sealed interface Figure permits Circle, Polygon, Named {}

    public record Circle(double radius) implements Figure {}

    public record Polygon(List<Pair<Double, Double>> corners) implements Figure {}

    public enum Named implements Figure {
        POINT,
        LINE
    }

    public record Pair<A, B>(A left, B right) {}

    public record Tree(String name, @Nullable Tree left, List<Tree> children) {}

    public record Numbers(
            byte a,
            short b,
            int c,
            long d,
            float e,
            double f,
            char g,
            boolean h,
            Long boxed,
            BigInteger big,
            BigDecimal decimal) {}

    public record Times(
            Instant a,
            Duration b,
            Period c,
            LocalDate d,
            LocalTime e,
            LocalDateTime f,
            OffsetDateTime g,
            OffsetTime h,
            ZonedDateTime i,
            ZoneOffset j,
            ZoneId k,
            Year l,
            YearMonth m,
            MonthDay n) {}

    public record Containers(
            List<@Nullable String> list,
            Set<Long> set,
            Map<String, List<Colour>> map,
            Map<Instant, Double> byTime,
            Optional<String> optional,
            OptionalInt anInt,
            OptionalLong aLong,
            OptionalDouble aDouble,
            UUID id) {}

    public record Everything(
            Numbers numbers,
            @Nullable Times times,
            Containers containers,
            Figure figure,
            Tree tree,
            @Nullable Colour colour,
            Pair<Optional<Figure>, Map<String, Pair<String, Integer>>> pair) {}

    private static final String CHARS = "abcXYZ019_./:- \"\\\n\t\u0000\u007f\u2028éß水\uD83D\uDE00\uD800={}[](),null";

    private final Random random;

    public RandomValues(long seed) {
        this.random = new Random(seed);
    }

    public Everything everything() {
        return new Everything(
                numbers(),
                random.nextInt(4) == 0 ? null : times(),
                containers(),
                figure(),
                tree(3),
                random.nextInt(4) == 0 ? null : colour(),
                new Pair<>(optional(this::figure), map(this::text, () -> new Pair<>(text(), random.nextInt()))));
    }

    private Numbers numbers() {
        return new Numbers(
                (byte) random.nextInt(),
                (short) random.nextInt(),
                random.nextInt(),
                random.nextLong(),
                Float.intBitsToFloat(random.nextInt()),
                decimal(),
                (char) random.nextInt(),
                random.nextBoolean(),
                random.nextLong(),
                new BigInteger(random.nextInt(200), random),
                new BigDecimal(new BigInteger(random.nextInt(90), random).negate(), random.nextInt(60) - 30));
    }

    private double decimal() {
        return switch (random.nextInt(5)) {
            case 0 -> -0.0;
            case 1 -> Double.NaN;
            case 2 -> Double.NEGATIVE_INFINITY;
            case 3 -> Double.longBitsToDouble(random.nextLong());
            default -> random.nextInt(1000) / 10.0;
        };
    }

    private Times times() {
        Instant instant = Instant.ofEpochSecond(random.nextInt() * 100L, random.nextInt(1_000_000_000));
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(random.nextInt(36_000) - 18_000);
        ZoneId zone = ZoneId.of(random.nextBoolean() ? "Europe/Paris" : "Z");
        OffsetDateTime local = instant.atOffset(offset);
        return new Times(
                instant,
                Duration.ofSeconds(random.nextInt(), random.nextInt(1_000_000_000)),
                Period.of(random.nextInt(9) - 4, random.nextInt(100), random.nextInt(100)),
                local.toLocalDate(),
                local.toLocalTime(),
                local.toLocalDateTime(),
                local,
                local.toOffsetTime(),
                instant.atZone(zone),
                offset,
                zone,
                Year.of(random.nextInt(4000) - 1000),
                YearMonth.of(random.nextInt(9000) + 1, 1 + random.nextInt(12)),
                MonthDay.of(1 + random.nextInt(12), 1 + random.nextInt(28)));
    }

    private Containers containers() {
        List<@Nullable String> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(random.nextInt(4) == 0 ? null : text());
        }
        Set<Long> set = new LinkedHashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            set.add(random.nextLong());
        }
        return new Containers(
                list,
                set,
                map(this::text, () -> List.of(colour(), colour())),
                map(() -> Instant.ofEpochMilli(random.nextLong() >> 16), this::decimal),
                optional(this::text),
                random.nextBoolean() ? OptionalInt.of(random.nextInt()) : OptionalInt.empty(),
                random.nextBoolean() ? OptionalLong.of(random.nextLong()) : OptionalLong.empty(),
                random.nextBoolean() ? OptionalDouble.of(decimal()) : OptionalDouble.empty(),
                new UUID(random.nextLong(), random.nextLong()));
    }

    private Figure figure() {
        return switch (random.nextInt(3)) {
            case 0 -> new Circle(decimal());
            case 1 -> new Polygon(List.of(new Pair<>(decimal(), 1.0), new Pair<>(2.0, decimal())));
            default -> random.nextBoolean() ? Named.POINT : Named.LINE;
        };
    }

    private Tree tree(int depth) {
        List<Tree> children = new ArrayList<>();
        for (int i = depth == 0 ? 0 : random.nextInt(3); i > 0; i--) {
            children.add(tree(depth - 1));
        }
        return new Tree(text(), depth > 0 && random.nextBoolean() ? tree(depth - 1) : null, children);
    }

    private Colour colour() {
        return Colour.values()[random.nextInt(3)];
    }

    private String text() {
        String[] words = {"null", "none", "true", "false", "ak1", "a:b", "a:", "a::b", "", "-1", "Circle", "a/b.c-d"};
        if (random.nextBoolean()) {
            return words[random.nextInt(words.length)];
        }
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(CHARS.charAt(random.nextInt(CHARS.length())));
        }
        return text.toString();
    }

    private <T> Optional<T> optional(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <K, V> Map<K, V> map(Supplier<K> key, Supplier<V> value) {
        Map<K, V> map = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            map.put(key.get(), value.get());
        }
        return map;
    }
}
