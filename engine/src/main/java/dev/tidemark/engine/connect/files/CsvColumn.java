package dev.tidemark.engine.connect.files;

import dev.tidemark.engine.state.codec.RecordShape;
import dev.tidemark.engine.state.codec.Types;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The column that a component is read from.
 *
 * @param name the column's name; the component's if the file has no such column
 * @param index from 0; -1 if the file has no such column
 * @param raw the component's class
 * @param scalar how a cell is read; of an Optional, how its value is
 */
record CsvColumn(String name, int index, Class<?> raw, Scalar scalar) {

    static CsvColumn of(Class<?> record, RecordShape.Component component, String name, int index) {
        Class<?> raw = Types.raw(component.type());
        Type content = content(component.type(), raw);
        Scalar scalar = Scalar.of(Types.raw(content))
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                record.getSimpleName() + "." + component.name() + ": " + Types.print(component.type())
                                        + " cannot be read from one cell; write text, a number, an enum or a time, or use JSON lines"));
        return new CsvColumn(name, index, raw, scalar);
    }

    private static Type content(Type type, Class<?> raw) {
        if (raw == OptionalInt.class) {
            return int.class;
        }
        if (raw == OptionalLong.class) {
            return long.class;
        }
        if (raw == OptionalDouble.class) {
            return double.class;
        }
        return raw == Optional.class ? Types.argument(type, 0).orElse(Object.class) : type;
    }

    /** The component's value in a row. */
    @Nullable
    Object read(String cell) throws BadValue {
        boolean empty = index < 0 || (scalar.blanksCount() ? cell.isEmpty() : cell.isBlank());
        if (!empty || (raw == String.class && index >= 0)) {
            return Optionals.wrap(raw, scalar.read(name, cell));
        }
        if (raw.isPrimitive()) {
            throw new BadValue(
                    name,
                    cell,
                    "an empty cell is not " + scalar.expected() + "; make the component nullable or Optional");
        }
        return Optionals.wrap(raw, null);
    }
}
