package dev.tidemark.engine.connect.partfiles;

import dev.tidemark.engine.state.codec.RecordShape;
import dev.tidemark.engine.state.codec.Types;
import dev.tidemark.engine.transcript.ScalarText;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows of CSV, RFC 4180 but for the line break. */
final class CsvEncoder<T> implements Encoder<T> {
    private static final long serialVersionUID = 1L;
    private static final Set<Class<?>> NUMBERS = Set.of(OptionalInt.class, OptionalLong.class, OptionalDouble.class);

    private final Class<T> record;
    private transient @Nullable RecordShape shape;

    CsvEncoder(Class<T> record) {
        this.record = record;
        for (RecordShape.Component component : shape().components()) {
            requireCell(component);
        }
    }

    private void requireCell(RecordShape.Component component) {
        Class<?> raw = Types.raw(component.type());
        Type content =
                raw == Optional.class ? Types.argument(component.type(), 0).orElse(Object.class) : raw;
        Class<?> cell = Types.raw(content);
        if (cell != String.class
                && cell != char.class
                && cell != Character.class
                && !cell.isEnum()
                && !NUMBERS.contains(cell)
                && ScalarText.of(cell).isEmpty()) {
            throw new IllegalArgumentException(record.getSimpleName() + "." + component.name() + ": "
                    + Types.print(component.type())
                    + " does not fit into one cell; write text, a number, an enum or a time, or use JSON lines");
        }
    }

    private RecordShape shape() {
        if (shape == null) {
            shape = RecordParts.shape(record);
        }
        return shape;
    }

    @Override
    public void begin(OutputStream out) throws IOException {
        write(shape().components().stream().map(RecordShape.Component::name).collect(Collectors.joining(",")), out);
    }

    @Override
    public void encode(T value, OutputStream out) throws IOException {
        RecordShape known = shape();
        write(
                IntStream.range(0, known.components().size())
                        .mapToObj(i -> cell(known.value(value, i)))
                        .collect(Collectors.joining(",")),
                out);
    }

    private static void write(String row, OutputStream out) throws IOException {
        out.write((row.isEmpty() ? "\"\"\n" : row + "\n").getBytes(StandardCharsets.UTF_8)); // an empty line is no row
    }

    private static String cell(@Nullable Object value) {
        Object content = RecordParts.unwrapped(value);
        String text = content == null ? "" : RecordParts.text(content);
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ' ');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
