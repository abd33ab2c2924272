package dev.tidemark.engine.connect.partfiles;

import dev.tidemark.engine.state.codec.RecordShape;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON objects, one a line. */
final class JsonEncoder<T> implements Encoder<T> {
    private static final long serialVersionUID = 1L;

    private final Class<T> record;
    private transient @Nullable Map<Class<?>, RecordShape> shapes;

    JsonEncoder(Class<T> record) {
        this.record = record;
        RecordParts.shape(record);
    }

    @Override
    public void encode(T value, OutputStream out) throws IOException {
        if (shapes == null) {
            shapes = new LinkedHashMap<>();
        }
        StringBuilder line = new StringBuilder();
        append(value, shapes, line);
        out.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "JSON of " + record.getSimpleName();
    }

    private static void append(@Nullable Object wrapped, Map<Class<?>, RecordShape> shapes, StringBuilder line) {
        Object value = RecordParts.unwrapped(wrapped);
        if (value == null || value instanceof Boolean) {
            line.append(value);
        } else if (value instanceof Number number) {
            boolean finite =
                    Double.isFinite(number.doubleValue()) || !(number instanceof Double || number instanceof Float);
            line.append(finite ? number.toString() : quoted(number.toString()));
        } else if (value.getClass().isRecord()) {
            appendRecord(value, shapes, line);
        } else if (value instanceof Map<?, ?> map) {
            appendMap(map, shapes, line);
        } else if (value instanceof Collection<?> items) {
            String between = "[";
            for (Object item : items) {
                append(item, shapes, line.append(between));
                between = ",";
            }
            line.append(items.isEmpty() ? "[]" : "]");
        } else if (value.getClass().isArray()) {
            line.append('[');
            for (int i = 0; i < Array.getLength(value); i++) {
                append(Array.get(value, i), shapes, i == 0 ? line : line.append(','));
            }
            line.append(']');
        } else {
            line.append(quoted(RecordParts.text(value)));
        }
    }

    private static void appendRecord(Object value, Map<Class<?>, RecordShape> shapes, StringBuilder line) {
        RecordShape shape = shapes.computeIfAbsent(value.getClass(), RecordParts::shape);
        line.append('{');
        for (int i = 0; i < shape.components().size(); i++) {
            line.append(i == 0 ? "" : ",")
                    .append(quoted(shape.components().get(i).name()))
                    .append(':');
            append(shape.value(value, i), shapes, line);
        }
        line.append('}');
    }

    private static void appendMap(Map<?, ?> map, Map<Class<?>, RecordShape> shapes, StringBuilder line) {
        String between = "{";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            line.append(between)
                    .append(quoted(RecordParts.text(entry.getKey())))
                    .append(':');
            append(entry.getValue(), shapes, line);
            between = ",";
        }
        line.append(map.isEmpty() ? "{}" : "}");
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
