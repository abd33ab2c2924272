package dev.tidemark.engine.operator;

import dev.tidemark.engine.function.AggregateFunction;
import dev.tidemark.engine.function.ReduceFunction;
import dev.tidemark.engine.state.AggregatingState;
import dev.tidemark.engine.state.ListState;
import dev.tidemark.engine.state.MapState;
import dev.tidemark.engine.state.ReducingState;
import dev.tidemark.engine.state.ValueState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The kinds of state that users hold, each over one {@link StateCell}. */
final class Handles {
    static final String NO_NULL_IN_LIST = "a list state can't hold null";
    static final String NO_NULL_IN_MAP = "a map state can't hold null; remove the key instead";

    private Handles() {}

    record Value<T>(StateCell<?, T> cell) implements ValueState<T> {
        @Override
        public @Nullable T value() {
            return cell.get();
        }

        @Override
        public void update(@Nullable T value) {
            if (value == null) {
                cell.clear();
            } else {
                cell.set(value);
            }
        }

        @Override
        public void clear() {
            cell.clear();
        }
    }

    record Elements<T>(StateCell<?, List<T>> cell) implements ListState<T> {
        @Override
        public List<T> values() {
            List<T> list = cell.get();
            return list == null ? List.of() : Collections.unmodifiableList(list);
        }

        @Override
        public void add(T value) {
            List<T> list = cell.get();
            List<T> longer = list == null ? new ArrayList<>() : list;
            longer.add(Objects.requireNonNull(value, NO_NULL_IN_LIST));
            cell.set(longer);
        }

        @Override
        public void update(List<T> values) {
            if (values.isEmpty()) {
                cell.clear();
            } else {
                values.forEach(value -> Objects.requireNonNull(value, NO_NULL_IN_LIST));
                cell.set(new ArrayList<>(values));
            }
        }

        @Override
        public void clear() {
            cell.clear();
        }
    }

    record Entries<K, V>(StateCell<?, TreeMap<K, V>> cell, Comparator<K> order) implements MapState<K, V> {
        @Override
        public @Nullable V get(K key) {
            TreeMap<K, V> map = cell.get();
            return map == null ? null : map.get(key);
        }

        @Override
        public void put(K key, V value) {
            TreeMap<K, V> map = cell.get();
            TreeMap<K, V> larger = map == null ? new TreeMap<>(order) : map;
            larger.put(key, Objects.requireNonNull(value, NO_NULL_IN_MAP));
            cell.set(larger);
        }

        @Override
        public void remove(K key) {
            TreeMap<K, V> map = cell.get();
            if (map != null && map.remove(key) != null) {
                if (map.isEmpty()) {
                    cell.clear();
                } else {
                    cell.set(map);
                }
            }
        }

        @Override
        public boolean contains(K key) {
            TreeMap<K, V> map = cell.get();
            return map != null && map.containsKey(key);
        }

        @Override
        public boolean isEmpty() {
            return cell.get() == null;
        }

        @Override
        public List<Map.Entry<K, V>> entries() {
            TreeMap<K, V> map = cell.get();
            List<Map.Entry<K, V>> copy = new ArrayList<>();
            if (map != null) {
                map.forEach((key, value) -> copy.add(Map.entry(Objects.requireNonNull(key), value)));
            }
            return copy;
        }

        @Override
        public void clear() {
            cell.clear();
        }
    }

    record Reducing<T>(StateCell<?, T> cell, ReduceFunction<T> reduce) implements ReducingState<T> {
        @Override
        public @Nullable T value() {
            return cell.get();
        }

        @Override
        public void add(@Nullable T value) {
            if (value == null) {
                cell.clear();
                return;
            }
            T before = cell.get();
            cell.set(before == null ? value : reduce.reduce(before, value));
        }

        @Override
        public void clear() {
            cell.clear();
        }
    }

    record Aggregating<I, A, O>(StateCell<?, A> cell, AggregateFunction<I, A, O> aggregate)
            implements AggregatingState<I, O> {
        @Override
        public @Nullable O value() {
            A accumulator = cell.get();
            return accumulator == null ? null : aggregate.result(accumulator);
        }

        @Override
        public void add(@Nullable I value) {
            if (value == null) {
                cell.clear();
                return;
            }
            A before = cell.get();
            cell.set(aggregate.add(value, before == null ? aggregate.createAccumulator() : before));
        }

        @Override
        public void clear() {
            cell.clear();
        }
    }
}
