package dev.tidemark.engine.transcript;

import dev.tidemark.engine.state.codec.CodecException;
import dev.tidemark.engine.state.codec.RecordShape;
import dev.tidemark.engine.state.codec.Types;
import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one value from its text, along its type. */
final class ValueReader {
    private final ValueScanner in;

    private ValueReader(String text) {
        this.in = new ValueScanner(text);
    }

    static @Nullable Object read(String text, Type type) {
        ValueReader reader = new ValueReader(text);
        Object value = reader.value(type, "");
        if (!reader.in.atEnd()) {
            throw reader.in.expected("the end of the text behind the value");
        }
        return value;
    }

    /** @param place what the value is for, as an error says it: {@code " for Quake.mag"} */
    private @Nullable Object value(Type type, String place) {
        Class<?> raw = Types.raw(type);
        if (!raw.isPrimitive() && in.takeWord("null")) {
            return null;
        }
        Optional<ScalarText> scalar = ScalarText.of(raw);
        if (scalar.isPresent()) {
            return scalar(scalar.get(), place);
        }
        if (raw == String.class || raw == CharSequence.class) {
            return in.takeText("text, quoted if it is more than a word" + place);
        }
        if (raw == char.class || raw == Character.class) {
            return character(place);
        }
        if (raw.isEnum()) {
            return constant(List.of(raw), Types.print(raw), place);
        }
        if (raw.isRecord()) {
            return record(type, false, place);
        }
        if (raw.isSealed()) {
            return sealed(type, place);
        }
        if (raw.isArray()) {
            return array(type, place);
        }
        return container(type, raw, place);
    }

    private Object scalar(ScalarText scalar, String place) {
        int from = in.position();
        String text = in.takeText(scalar.expected() + place);
        return scalar.parse(text)
                .orElseThrow(() -> new ValueTextException(from + 1, scalar.expected() + place, "'" + text + "'"));
    }

    private Object character(String place) {
        int from = in.position();
        String text = in.takeText("one char" + place);
        if (text.length() != 1) {
            throw new ValueTextException(from + 1, "one char" + place, "'" + text + "'");
        }
        return text.charAt(0);
    }

    /** A constant of one of some enums, with or without the enum's name and a dot. */
    private Object constant(List<Class<?>> enums, String name, String place) {
        int from = in.position();
        List<Object> all = new ArrayList<>();
        enums.forEach(type -> all.addAll(Arrays.asList(type.getEnumConstants())));
        String expected =
                all.stream().map(one -> ((Enum<?>) one).name()).collect(Collectors.joining(", ", name + " (", ")"));
        String text = in.takeText(expected + place);
        List<Object> matches = all.stream()
                .filter(one -> text.equals(((Enum<?>) one).name())
                        || text.equals(
                                ((Enum<?>) one).getDeclaringClass().getSimpleName() + "." + ((Enum<?>) one).name()))
                .toList();
        if (matches.size() == 1) {
            return matches.get(0);
        }
        String found =
                "'" + text + "'" + (matches.isEmpty() ? "" : ", which more than one enum has; write Enum." + text);
        throw new ValueTextException(from + 1, expected + place, found);
    }

    private Object sealed(Type type, String place) {
        String name = in.peekNameBefore('(');
        List<Type> permitted = Types.permitted(type);
        for (Type leaf : permitted) {
            if (Types.raw(leaf).isRecord() && Types.raw(leaf).getSimpleName().equals(name)) {
                return record(leaf, true, place);
            }
        }
        List<Class<?>> enums = new ArrayList<>();
        permitted.forEach(leaf -> {
            if (Types.raw(leaf).isEnum()) {
                enums.add(Types.raw(leaf));
            }
        });
        if (name == null && !enums.isEmpty() && !in.next('(')) {
            return constant(enums, Types.print(type), place);
        }
        throw in.expected(permitted.stream()
                .map(leaf -> Types.raw(leaf).getSimpleName())
                .collect(Collectors.joining(", ", "the name of one " + Types.print(type) + " (", ")" + place)));
    }

    private Object record(Type type, boolean named, String place) {
        RecordShape shape = RecordShape.of(type);
        int from = in.position();
        String name = shape.raw().getSimpleName();
        String given = in.peekNameBefore('(');
        if (given != null && given.equals(name)) {
            in.takeNameAnd(name, '(');
        } else if (given != null || named || !in.take('(')) {
            throw in.expected("a " + name + " such as " + pattern(shape) + place);
        }
        @Nullable Object[] values = components(shape);
        try {
            return shape.make(values);
        } catch (CodecException e) {
            throw new ValueTextException(
                    from + 1, "a " + name + place, "one that its constructor refuses: " + e.getMessage());
        }
    }

    private @Nullable Object[] components(RecordShape shape) {
        List<RecordShape.Component> components = shape.components();
        @Nullable Object[] values = new Object[components.size()];
        Set<Integer> given = new LinkedHashSet<>();
        boolean byName = false;
        while (!in.take(')')) {
            if (!given.isEmpty()) {
                in.require(',', "or ')' behind a component of " + pattern(shape));
            }
            int index = named(shape);
            byName |= index >= 0;
            if (index < 0) {
                index = given.size();
                if (byName || index == components.size()) {
                    throw in.expected(
                            byName
                                    ? "a component's name and '=' in " + pattern(shape)
                                    : "')' behind " + pattern(shape));
                }
            }
            RecordShape.Component component = components.get(index);
            if (!given.add(index)) {
                throw in.expected("'" + component.name() + "' only once in " + pattern(shape));
            }
            values[index] = value(component.type(), " for " + shape.raw().getSimpleName() + "." + component.name());
        }
        for (int i = 0; i < values.length; i++) {
            if (!given.contains(i)) {
                throw new ValueTextException(in.position(), components.get(i).name() + " of " + pattern(shape), "')'");
            }
        }
        return values;
    }

    /** Takes a component's name and the equals sign; -1 if the value stands without. */
    private int named(RecordShape shape) {
        String name = in.peekNameBefore('=');
        if (name == null) {
            return -1;
        }
        for (int i = 0; i < shape.components().size(); i++) {
            if (shape.components().get(i).name().equals(name)) {
                in.takeNameAnd(name, '=');
                return i;
            }
        }
        throw in.expected("a component of " + pattern(shape));
    }

    private static String pattern(RecordShape shape) {
        return shape.components().stream()
                .map(RecordShape.Component::name)
                .collect(Collectors.joining(", ", shape.raw().getSimpleName() + "(", ")"));
    }

    private Object array(Type type, String place) {
        Type element = Types.element(type);
        List<@Nullable Object> items = items(element, new ArrayList<>(), place);
        Object array = Array.newInstance(Types.raw(element), items.size());
        for (int i = 0; i < items.size(); i++) {
            Array.set(array, i, items.get(i));
        }
        return array;
    }

    private Object container(Type type, Class<?> raw, String place) {
        if (raw == Optional.class) {
            return in.takeWord("none") ? Optional.empty() : Optional.ofNullable(value(argument(type, 0), place));
        }
        if (raw == OptionalInt.class) {
            return in.takeWord("none") ? OptionalInt.empty() : OptionalInt.of((int) required(int.class, place));
        }
        if (raw == OptionalLong.class) {
            return in.takeWord("none") ? OptionalLong.empty() : OptionalLong.of((long) required(long.class, place));
        }
        if (raw == OptionalDouble.class) {
            return in.takeWord("none")
                    ? OptionalDouble.empty()
                    : OptionalDouble.of((double) required(double.class, place));
        }
        if (Map.class.isAssignableFrom(raw) && raw.isAssignableFrom(LinkedHashMap.class)) {
            return map(argument(type, 0), argument(type, 1), place);
        }
        if (Collection.class.isAssignableFrom(raw) && raw.isAssignableFrom(ArrayList.class)) {
            return items(argument(type, 0), new ArrayList<>(), place);
        }
        if (Collection.class.isAssignableFrom(raw) && raw.isAssignableFrom(LinkedHashSet.class)) {
            return items(argument(type, 0), new LinkedHashSet<>(), place);
        }
        throw in.expected(
                "a value of a type that has a text form" + place + ", which " + type.getTypeName() + " has not");
    }

    private Object required(Class<?> primitive, String place) {
        return scalar(ScalarText.of(primitive).orElseThrow(), place);
    }

    private Type argument(Type type, int index) {
        return Types.argument(type, index)
                .orElseThrow(() -> in.expected(
                        "a type with its arguments, such as List<String>; " + Types.print(type) + " has none"));
    }

    private <C extends Collection<@Nullable Object>> C items(Type element, C items, String place) {
        in.require('[', "before the elements" + place);
        boolean first = true;
        while (!in.take(']')) {
            if (!first) {
                in.require(',', "or ']' behind an element" + place);
            }
            first = false;
            items.add(value(element, place));
        }
        return items;
    }

    private Map<@Nullable Object, @Nullable Object> map(Type key, Type item, String place) {
        Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
        in.require('{', "before the entries" + place);
        while (!in.take('}')) {
            if (!entries.isEmpty()) {
                in.require(',', "or '}' behind an entry" + place);
            }
            int from = in.position();
            Object name = value(key, place);
            if (entries.containsKey(name)) {
                throw new ValueTextException(from + 1, "each key once" + place, ValueText.print(name) + " again");
            }
            in.require(':', "behind a key" + place);
            entries.put(name, value(item, place));
        }
        return entries;
    }
}
