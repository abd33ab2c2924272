package dev.tidemark.engine.connect.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.tidemark.engine.state.codec.CodecException;
import dev.tidemark.engine.state.codec.RecordShape;
import dev.tidemark.engine.state.codec.Types;
import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a JSON tree into a value, along its type. */
final class JsonValue {
    private static final Map<Class<?>, Class<?>> OPTIONALS =
            Map.of(OptionalInt.class, int.class, OptionalLong.class, long.class, OptionalDouble.class, double.class);
    private static final Set<Class<?>> NUMBERS = Set.of(
            byte.class,
            short.class,
            int.class,
            long.class,
            float.class,
            double.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            BigInteger.class,
            BigDecimal.class);

    private JsonValue() {}

    /** @param field the path of the object, empty for the row itself */
    static Object record(JsonNode node, RecordShape shape, String field) throws BadValue {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        @Nullable Object[] values = new Object[shape.components().size()];
        for (int i = 0; i < values.length; i++) {
            RecordShape.Component component = shape.components().get(i);
            String path = field.isEmpty() ? component.name() : field + "." + component.name();
            Optional<String> name = Names.find(component.name(), names);
            if (name.isEmpty() && !component.optional()) {
                throw new BadValue(path, node.toString(), "the field is missing; there are " + names);
            }
            JsonNode part = name.isEmpty() ? NullNode.getInstance() : node.get(name.get());
            values[i] = value(part, component.type(), path);
        }
        try {
            return shape.make(values);
        } catch (CodecException e) {
            throw new BadValue(
                    field,
                    node.toString(),
                    "the constructor of " + shape.raw().getSimpleName() + " refuses the values: " + e.getMessage());
        }
    }

    private static @Nullable Object value(JsonNode node, Type type, String field) throws BadValue {
        Class<?> raw = Types.raw(type);
        if (node.isNull()) {
            if (raw.isPrimitive()) {
                throw new BadValue(
                        field, "null", "null is not " + expected(raw) + "; make the component nullable or Optional");
            }
            return Optionals.wrap(raw, null);
        }
        if (raw == Optional.class) {
            return Optional.ofNullable(value(node, argument(type, 0, field), field));
        }
        Class<?> inside = OPTIONALS.get(raw);
        if (inside != null) {
            return Optionals.wrap(raw, value(node, inside, field));
        }
        Optional<Scalar> scalar = Scalar.of(raw);
        if (scalar.isPresent()) {
            return scalar(node, raw, scalar.get(), field);
        }
        if (raw.isRecord()) {
            require(node.isObject(), node, "a JSON object for " + raw.getSimpleName(), field);
            return record(node, RecordShape.of(type), field);
        }
        if (raw.isArray()) {
            List<@Nullable Object> items = items(node, Types.element(type), new ArrayList<>(), field);
            Object array = Array.newInstance(raw.getComponentType(), items.size());
            for (int i = 0; i < items.size(); i++) {
                Array.set(array, i, items.get(i));
            }
            return array;
        }
        return container(node, type, raw, field);
    }

    private static Object scalar(JsonNode node, Class<?> raw, Scalar scalar, String field) throws BadValue {
        boolean number = NUMBERS.contains(raw);
        boolean fits = node.isTextual()
                || (node.isNumber() && number)
                || (node.isBoolean() && (raw == boolean.class || raw == Boolean.class));
        require(fits, node, scalar.expected(), field);
        return scalar.read(field, node.asText());
    }

    private static Object container(JsonNode node, Type type, Class<?> raw, String field) throws BadValue {
        if (Map.class.isAssignableFrom(raw) && raw.isAssignableFrom(LinkedHashMap.class)) {
            return map(node, argument(type, 0, field), argument(type, 1, field), field);
        }
        if (Collection.class.isAssignableFrom(raw) && raw.isAssignableFrom(ArrayList.class)) {
            return items(node, argument(type, 0, field), new ArrayList<>(), field);
        }
        if (Collection.class.isAssignableFrom(raw) && raw.isAssignableFrom(LinkedHashSet.class)) {
            return items(node, argument(type, 0, field), new LinkedHashSet<>(), field);
        }
        throw new IllegalArgumentException(field + ": " + Types.print(type)
                + " cannot be read from JSON; write a record, a list, a set, a map, text, a number, an enum or a time");
    }

    private static <C extends Collection<@Nullable Object>> C items(JsonNode node, Type element, C items, String field)
            throws BadValue {
        require(node.isArray(), node, "a JSON array", field);
        for (int i = 0; i < node.size(); i++) {
            items.add(value(node.get(i), element, field + "[" + i + "]"));
        }
        return items;
    }

    private static Map<Object, @Nullable Object> map(JsonNode node, Type key, Type item, String field) throws BadValue {
        Scalar keys = Scalar.of(Types.raw(key))
                .orElseThrow(() -> new IllegalArgumentException(field + ": the keys of " + Types.print(key)
                        + " cannot be read from JSON; write text, a number, an enum or a time"));
        require(node.isObject(), node, "a JSON object", field);
        Map<Object, @Nullable Object> entries = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String path = field + "." + entry.getKey();
            entries.put(keys.read(path, entry.getKey()), value(entry.getValue(), item, path));
        }
        return entries;
    }

    private static Type argument(Type type, int index, String field) {
        return Types.argument(type, index)
                .orElseThrow(() -> new IllegalArgumentException(
                        field + ": " + Types.print(type) + " has no type argument; write it, as in List<String>"));
    }

    private static void require(boolean fits, JsonNode node, String expected, String field) throws BadValue {
        if (!fits) {
            throw new BadValue(field, node.toString(), kind(node) + " is not " + expected);
        }
    }

    private static String expected(Class<?> type) {
        return Scalar.of(type).map(Scalar::expected).orElse(type.getSimpleName());
    }

    /** What a node is, as an error says it. */
    static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case STRING -> "the text " + BadValue.quote(node.asText());
            case NUMBER -> "the number " + node.asText();
            case BOOLEAN -> node.asText();
            case NULL -> "null";
            default -> "nothing";
        };
    }
}
