package dev.tidemark.engine.transcript;

import dev.tidemark.engine.state.codec.HashOrder;
import dev.tidemark.engine.state.codec.RecordShape;
import dev.tidemark.engine.window.GlobalWindow;
import dev.tidemark.engine.window.TimeWindow;
import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Prints values as one line of text and parses them back: the form that values have in timelines, transcripts and golden files.
 *
 * <pre>{@code
 * Quake(id=ak1, mag=2.3, at=2018-01-31T02:18:21.235Z, tags=[felt, "two words"], counts={us: 2}, place=none)
 * }</pre>
 *
 * <ul>
 *   <li>Numbers, booleans and {@code java.time} values are printed as their {@code toString}, enum constants by name; quoted if they
 *       have other chars than {@code A-Z a-z 0-9 _ . / : + -}. A constant of an enum that implements a sealed interface is printed
 *       with its type: {@code Colour.RED}.
 *   <li>Text is bare when it begins with a letter or {@code _}, goes on with {@code A-Z a-z 0-9 _ . / : -}, has each colon before
 *       a char that is no colon, and is not {@code null}, {@code none}, {@code true} or {@code false}. Otherwise it is quoted and
 *       escaped as in JSON.
 *   <li>A record is its simple name and its components. When parsing, the names are optional ({@code Quake(ak1, 2.3)}, names only behind
 *       values without), and so is the record's name, save where the type is a sealed interface.
 *   <li>Lists, sets and arrays are {@code [a, b]}, maps {@code {k: v}}, the colon with a blank behind it. Those in hash order are printed in the order of their text.
 *   <li>An Optional is {@code none} or its value; null is {@code null}.
 * </ul>
 *
 * <p>What is parsed equals what was printed, when the type is one that has a codec, except that an empty Optional inside an
 * Optional becomes an empty one, arrays are equal only in content, and a value of any other class is printed as its quoted
 * {@code toString}, which cannot be parsed.
 */
public final class ValueText {
    private static final Pattern BARE = Pattern.compile("[A-Za-z_](?:[A-Za-z0-9_./-]|:(?=[A-Za-z0-9_./-]))*");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./+-](?:[A-Za-z0-9_./+-]|:(?=[A-Za-z0-9_./+-]))*");

    private ValueText() {}

    /** The value as one line of text. */
    public static String print(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        append(value, out);
        return out.toString();
    }

    /**
     * Reads a value that fills the whole text; blanks around it and between its parts do not count.
     *
     * @param type the type of the value, with its arguments if it is generic
     * @return null only if the text says {@code null}
     * @throws ValueTextException if the text is no such value
     */
    public static @Nullable Object parse(String text, Type type) {
        return ValueReader.read(text, type);
    }

    private static void append(@Nullable Object value, StringBuilder out) {
        if (value == null) {
            out.append("null");
        } else if (value instanceof CharSequence || value instanceof Character) {
            appendText(value.toString(), out);
        } else if (value instanceof GlobalWindow window) {
            out.append(window.name());
        } else if (value instanceof Enum<?> constant) {
            appendEnum(constant, out);
        } else if (value instanceof TimeWindow window) {
            out.append(window.interval());
        } else if (value instanceof Record) {
            appendRecord(value, out);
        } else if (value instanceof Map<?, ?> map) {
            appendMap(map, out);
        } else if (value instanceof Collection<?> items) {
            appendItems(items, HashOrder.of(items), out);
        } else if (value.getClass().isArray()) {
            appendArray(value, out);
        } else {
            appendOther(value, out);
        }
    }

    private static void appendOther(Object value, StringBuilder out) {
        if (value instanceof Optional<?> optional) {
            appendOptional(optional.orElse(null), out);
        } else if (value instanceof OptionalInt optional) {
            appendOptional(optional.isPresent() ? optional.getAsInt() : null, out);
        } else if (value instanceof OptionalLong optional) {
            appendOptional(optional.isPresent() ? optional.getAsLong() : null, out);
        } else if (value instanceof OptionalDouble optional) {
            appendOptional(optional.isPresent() ? optional.getAsDouble() : null, out);
        } else {
            boolean scalar = ScalarText.of(value.getClass()).isPresent() || value instanceof ZoneId;
            String text = value.toString();
            if (scalar && PLAIN.matcher(text).matches()) {
                out.append(text);
            } else {
                Quotes.append(text, out);
            }
        }
    }

    private static void appendOptional(@Nullable Object content, StringBuilder out) {
        if (content == null) {
            out.append("none");
        } else {
            append(content, out);
        }
    }

    private static void appendText(String text, StringBuilder out) {
        if (BARE.matcher(text).matches() && !Quotes.RESERVED.contains(text)) {
            out.append(text);
        } else {
            Quotes.append(text, out);
        }
    }

    private static void appendEnum(Enum<?> constant, StringBuilder out) {
        Class<?> type = constant.getDeclaringClass();
        for (Class<?> above : type.getInterfaces()) {
            if (above.isSealed()) {
                appendText(type.getSimpleName() + "." + constant.name(), out);
                return;
            }
        }
        appendText(constant.name(), out);
    }

    private static void appendRecord(Object value, StringBuilder out) {
        RecordShape shape = RecordShape.of(value.getClass());
        out.append(value.getClass().getSimpleName()).append('(');
        for (int i = 0; i < shape.components().size(); i++) {
            out.append(i == 0 ? "" : ", ")
                    .append(shape.components().get(i).name())
                    .append('=');
            append(shape.value(value, i), out);
        }
        out.append(')');
    }

    private static void appendMap(Map<?, ?> map, StringBuilder out) {
        List<String> entries = new ArrayList<>();
        map.forEach((key, item) -> entries.add(print(key) + ": " + print(item)));
        if (HashOrder.of(map)) {
            Collections.sort(entries);
        }
        out.append('{').append(String.join(", ", entries)).append('}');
    }

    private static void appendItems(Collection<?> items, boolean hashOrder, StringBuilder out) {
        List<String> texts = new ArrayList<>();
        items.forEach(item -> texts.add(print(item)));
        if (hashOrder) {
            Collections.sort(texts);
        }
        out.append('[').append(String.join(", ", texts)).append(']');
    }

    private static void appendArray(Object array, StringBuilder out) {
        out.append('[');
        for (int i = 0; i < Array.getLength(array); i++) {
            out.append(i == 0 ? "" : ", ");
            append(Array.get(array, i), out);
        }
        out.append(']');
    }
}
