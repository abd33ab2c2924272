package dev.tidemark.engine.connect.partfiles;

import dev.tidemark.engine.state.codec.RecordShape;
import dev.tidemark.engine.transcript.ValueText;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Takes records apart, and says in text what has no parts. */
final class RecordParts {
    private RecordParts() {}

    static RecordShape shape(Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(type.getName()
                    + " is no record, so that its parts have no names; declare a record, or write Encoders.lines()");
        }
        return RecordShape.of(type);
    }

    /** What is in an Optional, null for nothing; anything else as it is. */
    static @Nullable Object unwrapped(@Nullable Object value) {
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

    static String text(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        return value instanceof String || value instanceof Character ? value.toString() : ValueText.print(value);
    }
}
