package dev.tidemark.visualizers.vegalite;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The data of a view: named columns of equal length, some rows of which may be marked as ones that a sample has to keep.
 * Times are epoch milliseconds, numbers that are not finite are nulls, everything else is text. Immutable.
 */
public final class Rows {
    private final Map<String, List<@Nullable Object>> columns;
    private final int size;
    private final BitSet kept;
    private final String keptName;

    Rows(Map<String, List<@Nullable Object>> columns, int size, BitSet kept, String keptName) {
        this.columns = columns;
        this.size = size;
        this.kept = kept;
        this.keptName = keptName;
    }

    /** Begins a table with one row for each of these items, in their order. */
    public static <T> RowsBuilder<T> from(List<? extends T> items) {
        return new RowsBuilder<>(items);
    }

    /**
     * Makes a table out of records: a column for each component, named as it is.
     * Instants become times, durations seconds, numbers numbers; the rest is text.
     *
     * @throws IllegalArgumentException if the list is empty, since then there is no component to name, or if a component
     *     cannot be read
     */
    public static Rows ofRecords(List<? extends Record> records) {
        return RecordColumns.of(records);
    }

    /** How many rows there are. */
    public int size() {
        return size;
    }

    /** The columns' names, in order. */
    public Set<String> names() {
        return Collections.unmodifiableSet(columns.keySet());
    }

    /** How many rows a sample has to keep. */
    public int keptRows() {
        return kept.cardinality();
    }

    /** What the rows are called that a sample has to keep, such as {@code late or dropped}; empty if there are none. */
    public String keptName() {
        return keptName;
    }

    boolean has(String name) {
        return columns.containsKey(name);
    }

    boolean isKept(int row) {
        return kept.get(row);
    }

    /** These rows only, in the order given. */
    Rows pick(int[] rows) {
        Map<String, List<@Nullable Object>> picked = new LinkedHashMap<>();
        columns.forEach((name, values) -> {
            List<@Nullable Object> column = new ArrayList<>(rows.length);
            for (int row : rows) {
                column.add(values.get(row));
            }
            picked.put(name, Collections.unmodifiableList(column));
        });
        BitSet keptOfThem = new BitSet();
        for (int i = 0; i < rows.length; i++) {
            keptOfThem.set(i, kept.get(rows[i]));
        }
        return new Rows(picked, rows.length, keptOfThem, keptName);
    }

    /** The rows as a list of objects, the form in which a specification carries them. */
    List<Map<String, @Nullable Object>> tree() {
        List<Map<String, @Nullable Object>> tree = new ArrayList<>(size);
        for (int row = 0; row < size; row++) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            for (Map.Entry<String, List<@Nullable Object>> column : columns.entrySet()) {
                object.put(column.getKey(), column.getValue().get(row));
            }
            tree.add(Collections.unmodifiableMap(object));
        }
        return Collections.unmodifiableList(tree);
    }
}
