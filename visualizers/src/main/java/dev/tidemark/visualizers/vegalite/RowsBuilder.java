package dev.tidemark.visualizers.vegalite;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Reads columns off a list of items, one accessor a column. A name that is taken already is an error. */
public final class RowsBuilder<T> {
    private final List<T> items;
    private final Map<String, List<@Nullable Object>> columns = new LinkedHashMap<>();
    private final BitSet kept = new BitSet();
    private String keptName = "";

    RowsBuilder(List<? extends T> items) {
        this.items = List.copyOf(items);
    }

    /** A column of times; null where the accessor gives null. */
    public RowsBuilder<T> time(String name, Function<? super T, ? extends @Nullable Instant> instant) {
        return column(name, item -> {
            Instant at = instant.apply(item);
            return at == null ? null : at.toEpochMilli();
        });
    }

    /** A column of times, in epoch milliseconds. */
    public RowsBuilder<T> timeMillis(String name, ToLongFunction<? super T> epochMillis) {
        return column(name, epochMillis::applyAsLong);
    }

    /** A column of numbers; those that are not finite become nulls, since JSON has no such number. */
    public RowsBuilder<T> number(String name, ToDoubleFunction<? super T> number) {
        return column(name, item -> Numbers.plain(number.applyAsDouble(item)));
    }

    /** A column of text; null where the accessor gives null. */
    public RowsBuilder<T> text(String name, Function<? super T, ? extends @Nullable Object> text) {
        return column(name, item -> {
            Object value = text.apply(item);
            return value == null ? null : value.toString();
        });
    }

    /** Says which rows a sample has to keep, and what they are called in its caption. */
    public RowsBuilder<T> keep(String called, Predicate<? super T> condition) {
        keptName = called;
        for (int i = 0; i < items.size(); i++) {
            kept.set(i, condition.test(items.get(i)));
        }
        return this;
    }

    /** The table. */
    public Rows rows() {
        return new Rows(
                Collections.unmodifiableMap(new LinkedHashMap<>(columns)),
                items.size(),
                (BitSet) kept.clone(),
                keptName);
    }

    RowsBuilder<T> column(String name, Function<? super T, ? extends @Nullable Object> value) {
        if (columns.containsKey(name)) {
            throw new IllegalArgumentException("there is a column '" + name + "' already; give this one another name");
        }
        List<@Nullable Object> values = new ArrayList<>(items.size());
        for (T item : items) {
            values.add(value.apply(item));
        }
        columns.put(name, Collections.unmodifiableList(values));
        return this;
    }
}
