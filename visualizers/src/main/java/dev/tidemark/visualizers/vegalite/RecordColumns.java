package dev.tidemark.visualizers.vegalite;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the components of records as columns. */
final class RecordColumns {
    private static final double NANOS_PER_SECOND = 1e9;

    private RecordColumns() {}

    static Rows of(List<? extends Record> records) {
        if (records.isEmpty()) {
            throw new IllegalArgumentException(
                    "no records, so their columns have no names; name them with Rows.from(list).text(…)");
        }
        RowsBuilder<Record> builder = new RowsBuilder<>(records);
        for (RecordComponent component : records.get(0).getClass().getRecordComponents()) {
            builder.column(component.getName(), row -> cell(row, component.getAccessor()));
        }
        return builder.rows();
    }

    private static @Nullable Object cell(Record row, Method accessor) {
        Object value = read(row, accessor);
        if (value instanceof Instant instant) {
            return instant.toEpochMilli();
        }
        if (value instanceof Duration duration) {
            return Numbers.plain(duration.toNanos() / NANOS_PER_SECOND);
        }
        if (value instanceof Number number) {
            return Numbers.plain(number.doubleValue());
        }
        return value == null ? null : value.toString();
    }

    private static @Nullable Object read(Record row, Method accessor) {
        try {
            accessor.setAccessible(true);
            return accessor.invoke(row);
        } catch (IllegalAccessException | InvocationTargetException | IllegalArgumentException cause) {
            throw new IllegalArgumentException(
                    "cannot read " + accessor.getName() + " of "
                            + row.getClass().getName()
                            + "; all rows have to be of one record class whose accessors can be called",
                    cause);
        }
    }
}
