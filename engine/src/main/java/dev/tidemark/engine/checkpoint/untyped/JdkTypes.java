package dev.tidemark.engine.checkpoint.untyped;

import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.Codecs;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The types without parts, by the names that they have in descriptions. */
final class JdkTypes {
    /** Primitives beside their boxes, which have the same form. */
    private static final Map<String, Class<?>> PRIMITIVES = Map.of(
            "boolean", Boolean.class,
            "byte", Byte.class,
            "short", Short.class,
            "char", Character.class,
            "int", Integer.class,
            "long", Long.class,
            "float", Float.class,
            "double", Double.class);

    private static final Map<String, Class<?>> REFERENCES = named(List.of(
            Boolean.class,
            Byte.class,
            Short.class,
            Character.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            String.class,
            BigInteger.class,
            BigDecimal.class,
            UUID.class,
            OptionalInt.class,
            OptionalLong.class,
            OptionalDouble.class,
            Instant.class,
            Duration.class,
            Period.class,
            LocalDate.class,
            LocalTime.class,
            LocalDateTime.class,
            ZoneOffset.class,
            ZoneId.class,
            ZonedDateTime.class,
            OffsetDateTime.class,
            OffsetTime.class,
            Year.class,
            YearMonth.class,
            MonthDay.class));

    private JdkTypes() {}

    private static Map<String, Class<?>> named(List<Class<?>> types) {
        Map<String, Class<?>> named = new LinkedHashMap<>();
        types.forEach(type -> named.put(type.getSimpleName(), type));
        return named;
    }

    /** Null for a name that is none of them. */
    static @Nullable Codec<Object> codec(String name) {
        Class<?> type = PRIMITIVES.containsKey(name) ? PRIMITIVES.get(name) : REFERENCES.get(name);
        return type == null ? null : new JdkForm(name, type, Codecs.of(type));
    }
}
