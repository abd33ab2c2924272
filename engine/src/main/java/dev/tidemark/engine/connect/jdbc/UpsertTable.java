package dev.tidemark.engine.connect.jdbc;

import dev.tidemark.engine.state.codec.RecordShape;
import dev.tidemark.engine.state.codec.Types;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table with a column for each component of a record, some of which are its key.
 *
 * <p>Names go into statements as they are, so that the database reads their case as in any statement; one that is a word of its
 * language is written with its quotes, {@code "\"value\""}. Text, characters, booleans, numbers, enums (by name), {@code byte[]},
 * {@link java.util.UUID}, {@link java.time.Instant} (as a time with zone), {@link java.time.OffsetDateTime} and local dates and times
 * fit into columns; an empty Optional and null are NULL.
 *
 * @param <T> the record
 */
public final class UpsertTable<T> implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*|\"[^\"]+\"");

    private final Class<T> record;
    private final String table;
    private final List<String> keys;
    private final Map<String, String> columns;
    private transient @Nullable RecordShape shape;

    private UpsertTable(Class<T> record, String table, List<String> keys, Map<String, String> columns) {
        this.record = record;
        this.table = table;
        this.keys = keys;
        this.columns = columns;
    }

    /**
     * The table of a record, each of whose columns is called as the component is.
     *
     * @param table its name, with or without a schema
     * @param keyComponents the components that say which row it is
     * @throws IllegalArgumentException if the type is no record, a component fits into no column, the name is none, or there is
     *     no such key
     */
    public static <T> UpsertTable<T> of(Class<T> record, String table, String... keyComponents) {
        if (!record.isRecord()) {
            throw new IllegalArgumentException(
                    record.getName() + " is no record, so that its parts have no names; declare a record");
        }
        for (String part : table.split("\\.", -1)) {
            requireName(part);
        }
        Map<String, String> columns = new TreeMap<>();
        for (RecordShape.Component component : RecordShape.of(record).components()) {
            if (!ColumnValue.takes(component.type())) {
                throw new IllegalArgumentException(
                        record.getSimpleName() + "." + component.name() + ": "
                                + Types.print(component.type())
                                + " does not fit into one column; map the results to a record with text, numbers, enums or times");
            }
            columns.put(component.name(), component.name());
        }
        if (keyComponents.length == 0) {
            throw new IllegalArgumentException(
                    "table " + table + " has no key, so that nothing could be updated; name the " + "components of "
                            + record.getSimpleName() + " that say which row it is");
        }
        UpsertTable<T> made = new UpsertTable<>(record, table, List.of(keyComponents), columns);
        Arrays.stream(keyComponents).forEach(made::requireComponent);
        return made;
    }

    /**
     * The same with another column for a component.
     *
     * @throws IllegalArgumentException if there is no such component, or the name is none
     */
    public UpsertTable<T> column(String component, String column) {
        requireComponent(component);
        requireName(column);
        Map<String, String> named = new TreeMap<>(columns);
        named.put(component, column);
        return new UpsertTable<>(record, table, keys, named);
    }

    private void requireComponent(String component) {
        if (!columns.containsKey(component)) {
            throw new IllegalArgumentException(
                    record.getSimpleName() + " has no component " + component + "; it has " + columns.keySet());
        }
    }

    static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no name in a database; begin with a letter and go on with "
                            + "letters, digits and _, or write the quotes too");
        }
    }

    String table() {
        return table;
    }

    private RecordShape shape() {
        if (shape == null) {
            shape = RecordShape.of(record);
        }
        return shape;
    }

    String upsert(Dialect dialect) {
        return dialect.upsert(
                table, columnNames(), keys.stream().map(this::column).toList());
    }

    /** A question whose answer is empty, and which a database refuses that has no such table. */
    String probe() {
        return "SELECT " + Dialect.list(columnNames()) + " FROM " + table + " WHERE 1 = 0";
    }

    private List<String> columnNames() {
        return shape().components().stream()
                .map(component -> column(component.name()))
                .toList();
    }

    private String column(String component) {
        return columns.getOrDefault(component, component);
    }

    /** What goes into the columns, in order. */
    List<@Nullable Object> row(Object value) {
        RecordShape known = shape();
        List<@Nullable Object> row = new ArrayList<>();
        IntStream.range(0, known.components().size()).forEach(i -> row.add(ColumnValue.of(known.value(value, i))));
        return row;
    }

    /**
     * Which row it is.
     *
     * @throws IllegalArgumentException if a part of it is nothing
     */
    List<Object> key(Object value) {
        RecordShape known = shape();
        List<Object> key = new ArrayList<>();
        for (int i = 0; i < known.components().size(); i++) {
            String name = known.components().get(i).name();
            if (keys.contains(name)) {
                Object part = ColumnValue.of(known.value(value, i));
                if (part == null) {
                    throw new IllegalArgumentException(value + " has no " + name + ", which is in the key of table "
                            + table + "; filter such results out, or take another key");
                }
                key.add(part);
            }
        }
        return key;
    }

    @Override
    public String toString() {
        return "table " + table + " by " + Dialect.list(keys);
    }
}
