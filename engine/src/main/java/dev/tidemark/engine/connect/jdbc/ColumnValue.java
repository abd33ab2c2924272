package dev.tidemark.engine.connect.jdbc;

import dev.tidemark.engine.state.codec.Types;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A component's value as a driver takes it. */
final class ColumnValue {
    private static final Set<Class<?>> TAKEN = Set.of(
            String.class,
            char.class,
            Character.class,
            boolean.class,
            Boolean.class,
            byte.class,
            Byte.class,
            short.class,
            Short.class,
            int.class,
            Integer.class,
            long.class,
            Long.class,
            float.class,
            Float.class,
            double.class,
            Double.class,
            BigDecimal.class,
            BigInteger.class,
            Instant.class,
            OffsetDateTime.class,
            LocalDate.class,
            LocalDateTime.class,
            LocalTime.class,
            UUID.class,
            byte[].class,
            OptionalInt.class,
            OptionalLong.class,
            OptionalDouble.class);

    private ColumnValue() {}

    /** Whether a column can hold values of this type. */
    static boolean takes(Type type) {
        Class<?> raw = Types.raw(type);
        Class<?> content =
                raw == Optional.class ? Types.raw(Types.argument(type, 0).orElse(Object.class)) : raw;
        return content.isEnum() || TAKEN.contains(content);
    }

    /** The value, or null for none. */
    static @Nullable Object of(@Nullable Object component) {
        Object value = unwrapped(component);
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Character letter) {
            return letter.toString();
        }
        if (value instanceof Byte number) {
            return (short) number;
        }
        if (value instanceof BigInteger number) {
            return new BigDecimal(number);
        }
        return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
    }

    private static @Nullable Object unwrapped(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.orElse(null);
        }
        if (value instanceof OptionalInt number) {
            return number.isPresent() ? number.getAsInt() : null;
        }
        if (value instanceof OptionalLong number) {
            return number.isPresent() ? number.getAsLong() : null;
        }
        if (value instanceof OptionalDouble number) {
            return number.isPresent() ? number.getAsDouble() : null;
        }
        return value;
    }
}
