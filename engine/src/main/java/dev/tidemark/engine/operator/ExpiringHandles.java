package dev.tidemark.engine.operator;

import dev.tidemark.engine.function.AggregateFunction;
import dev.tidemark.engine.function.ReduceFunction;
import dev.tidemark.engine.state.AggregatingState;
import dev.tidemark.engine.state.ListState;
import dev.tidemark.engine.state.MapState;
import dev.tidemark.engine.state.ReducingState;
import dev.tidemark.engine.state.ValueState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The kinds of state that users hold, with times to live. Source: Flink's {@code TtlValueState} and its kind. */
final class ExpiringHandles {
    private ExpiringHandles() {}

    record Value<T>(StateCell<?, Stamped<T>> cell, TtlClock clock) implements ValueState<T> {
        @Override
        public @Nullable T value() {
            return clock.read(cell.get(), cell::set, cell::clear);
        }

        @Override
        public void update(@Nullable T value) {
            if (value == null) {
                cell.clear();
            } else {
                cell.set(clock.stamp(value));
            }
        }

        @Override
        public void clear() {
            cell.clear();
        }
    }

    /** Expired elements are hidden one by one, and removed with the last of them, or at a read that refreshes the others. */
    record Elements<T>(StateCell<?, List<Stamped<T>>> cell, TtlClock clock) implements ListState<T> {
        @Override
        public List<T> values() {
            List<Stamped<T>> stored = cell.get();
            if (stored == null) {
                return List.of();
            }
            List<T> seen = new ArrayList<>(stored.size());
            List<Stamped<T>> alive = new ArrayList<>(stored.size());
            for (Stamped<T> each : stored) {
                boolean expired = clock.expired(each);
                if (!expired) {
                    alive.add(clock.stamp(each.value()));
                }
                if (!expired || clock.showsExpired()) {
                    seen.add(each.value());
                }
            }
            if (alive.isEmpty()) {
                cell.clear();
            } else if (clock.readRefreshes()) {
                cell.set(alive);
            }
            return seen;
        }

        @Override
        public void add(T value) {
            List<Stamped<T>> stored = cell.get();
            List<Stamped<T>> longer = stored == null ? new ArrayList<>() : stored;
            longer.add(clock.stamp(Objects.requireNonNull(value, Handles.NO_NULL_IN_LIST)));
            cell.set(longer);
        }

        @Override
        public void update(List<T> values) {
            if (values.isEmpty()) {
                cell.clear();
                return;
            }
            List<Stamped<T>> stamped = new ArrayList<>(values.size());
            values.forEach(each -> stamped.add(clock.stamp(Objects.requireNonNull(each, Handles.NO_NULL_IN_LIST))));
            cell.set(stamped);
        }

        @Override
        public void clear() {
            cell.clear();
        }
    }

    /** Each entry by itself; only {@link #isEmpty} does not look whether anything has expired. */
    record Entries<K, V>(StateCell<?, TreeMap<K, Stamped<V>>> cell, Comparator<K> order, TtlClock clock)
            implements MapState<K, V> {
        private @Nullable Stamped<V> stored(K key) {
            TreeMap<K, Stamped<V>> map = cell.get();
            return map == null ? null : map.get(key);
        }

        private void store(K key, Stamped<V> value) {
            TreeMap<K, Stamped<V>> map = cell.get();
            TreeMap<K, Stamped<V>> larger = map == null ? new TreeMap<>(order) : map;
            larger.put(key, value);
            cell.set(larger);
        }

        @Override
        public @Nullable V get(K key) {
            return clock.read(stored(key), value -> store(key, value), () -> remove(key));
        }

        @Override
        public void put(K key, V value) {
            store(key, clock.stamp(Objects.requireNonNull(value, Handles.NO_NULL_IN_MAP)));
        }

        @Override
        public void remove(K key) {
            TreeMap<K, Stamped<V>> map = cell.get();
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
            return get(key) != null;
        }

        @Override
        public boolean isEmpty() {
            return cell.get() == null;
        }

        @Override
        public List<Map.Entry<K, V>> entries() {
            TreeMap<K, Stamped<V>> map = cell.get();
            List<Map.Entry<K, V>> seen = new ArrayList<>();
            if (map != null) {
                for (K key : List.copyOf(map.keySet())) {
                    V value = get(key);
                    if (value != null) {
                        seen.add(Map.entry(key, value));
                    }
                }
            }
            return seen;
        }

        @Override
        public void clear() {
            cell.clear();
        }
    }

    record Reducing<T>(StateCell<?, Stamped<T>> cell, ReduceFunction<T> reduce, TtlClock clock)
            implements ReducingState<T> {
        @Override
        public @Nullable T value() {
            return clock.read(cell.get(), cell::set, cell::clear);
        }

        /** Null adds nothing, but what is there lives anew: so says Flink's {@code TtlReduceFunction}. */
        @Override
        public void add(@Nullable T value) {
            T before = clock.before(cell.get());
            if (value != null) {
                cell.set(clock.stamp(before == null ? value : reduce.reduce(before, value)));
            } else if (before != null) {
                cell.set(clock.stamp(before));
            } else {
                cell.clear();
            }
        }

        @Override
        public void clear() {
            cell.clear();
        }
    }

    record Aggregating<I, A, O>(StateCell<?, Stamped<A>> cell, AggregateFunction<I, A, O> aggregate, TtlClock clock)
            implements AggregatingState<I, O> {
        @Override
        public @Nullable O value() {
            A accumulator = clock.read(cell.get(), cell::set, cell::clear);
            return accumulator == null ? null : aggregate.result(accumulator);
        }

        @Override
        public void add(@Nullable I value) {
            if (value == null) {
                cell.clear();
                return;
            }
            A before = clock.before(cell.get());
            cell.set(clock.stamp(aggregate.add(value, before == null ? aggregate.createAccumulator() : before)));
        }

        @Override
        public void clear() {
            cell.clear();
        }
    }
}
