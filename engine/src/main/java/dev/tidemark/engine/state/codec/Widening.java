package dev.tidemark.engine.state.codec;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which numbers can be read as which others without the loss of anything. */
final class Widening {
    /** The names of the primitive types. */
    static final Set<String> PRIMITIVES = Set.of("boolean", "byte", "short", "char", "int", "long", "float", "double");

    private static final Map<String, String> BOXES = Map.of(
            "boolean", "Boolean",
            "byte", "Byte",
            "short", "Short",
            "char", "Character",
            "int", "Integer",
            "long", "Long",
            "float", "Float",
            "double", "Double");

    /** What each can be read as; an int is exact as a double, a long is not. */
    private static final Map<String, List<String>> EXACT = Map.of(
            "Byte", List.of("Short", "Integer", "Long", "Float", "Double"),
            "Short", List.of("Integer", "Long", "Float", "Double"),
            "Integer", List.of("Long", "Double"),
            "Float", List.of("Double"));

    private static final Map<String, Function<Number, Object>> TO = Map.of(
            "Short", Number::shortValue,
            "Integer", Number::intValue,
            "Long", Number::longValue,
            "Float", Number::floatValue,
            "Double", Number::doubleValue);

    private Widening() {}

    /** The reader of a scalar that was stored as another; null if something could be lost. */
    @SuppressWarnings("unchecked") // the function's result is a T
    static <T> @Nullable StoredReader<T> reader(ScalarCodec<T> now, StoredShape stored) {
        String from = box(stored.name());
        String to = box(now.typeName());
        if (from.equals(to)) {
            return now::read;
        }
        if (!EXACT.getOrDefault(from, List.of()).contains(to)) {
            return null;
        }
        Function<Number, Object> widen = TO.getOrDefault(to, number -> number);
        return Scalars.named(from)
                .<StoredReader<T>>map(codec -> in -> (T) widen.apply((Number) codec.read(in)))
                .orElse(null);
    }

    private static String box(String name) {
        return BOXES.getOrDefault(name, name);
    }
}
