package dev.tidemark.flink.state;

import static dev.tidemark.flink.state.Calls.act;
import static dev.tidemark.flink.state.Calls.call;

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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of state that users hold, each over Flink's of the same name.
 *
 * <p>Flink's is asked for at each use: it is one object for all windows, and points to the window that was asked for
 * last.
 */
final class FlinkHandles {
    private FlinkHandles() {}

    record Value<T>(Supplier<org.apache.flink.api.common.state.ValueState<T>> state) implements ValueState<T> {
        @Override
        public @Nullable T value() {
            return Calls.<@Nullable T>call(() -> state.get().value());
        }

        @Override
        public void update(@Nullable T value) {
            act(() -> state.get().update(value));
        }

        @Override
        public void clear() {
            state.get().clear();
        }
    }

    record Elements<T>(Supplier<org.apache.flink.api.common.state.ListState<T>> state) implements ListState<T> {
        @Override
        public List<T> values() {
            List<T> values = new ArrayList<>();
            call(() -> state.get().get()).forEach(values::add);
            return Collections.unmodifiableList(values);
        }

        @Override
        public void add(T value) {
            Objects.requireNonNull(value, "a list state can't hold null");
            act(() -> state.get().add(value));
        }

        @Override
        public void update(List<T> values) {
            values.forEach(value -> Objects.requireNonNull(value, "a list state can't hold null"));
            act(() -> state.get().update(values));
        }

        @Override
        public void clear() {
            state.get().clear();
        }
    }

    /** Flink's map has no order of its own; here it is the engine's. */
    record Entries<K, V>(Supplier<org.apache.flink.api.common.state.MapState<K, V>> state, Comparator<K> order)
            implements MapState<K, V> {
        @Override
        public @Nullable V get(K key) {
            return Calls.<@Nullable V>call(() -> state.get().get(key));
        }

        @Override
        public void put(K key, V value) {
            Objects.requireNonNull(value, "a map state can't hold null; remove the key instead");
            act(() -> state.get().put(key, value));
        }

        @Override
        public void remove(K key) {
            act(() -> state.get().remove(key));
        }

        @Override
        public boolean contains(K key) {
            return call(() -> state.get().contains(key));
        }

        @Override
        public boolean isEmpty() {
            return call(() -> state.get().isEmpty());
        }

        @Override
        public List<Map.Entry<K, V>> entries() {
            List<Map.Entry<K, V>> entries = new ArrayList<>();
            call(() -> state.get().entries())
                    .forEach(entry -> entries.add(Map.entry(entry.getKey(), entry.getValue())));
            entries.sort(Map.Entry.comparingByKey(order));
            return entries;
        }

        @Override
        public void clear() {
            state.get().clear();
        }
    }

    record Reducing<T>(Supplier<org.apache.flink.api.common.state.ReducingState<T>> state) implements ReducingState<T> {
        @Override
        public @Nullable T value() {
            return Calls.<@Nullable T>call(() -> state.get().get());
        }

        @Override
        public void add(@Nullable T value) {
            act(() -> state.get().add(value));
        }

        @Override
        public void clear() {
            state.get().clear();
        }
    }

    record Aggregating<I, O>(Supplier<org.apache.flink.api.common.state.AggregatingState<I, O>> state)
            implements AggregatingState<I, O> {
        @Override
        public @Nullable O value() {
            return Calls.<@Nullable O>call(() -> state.get().get());
        }

        @Override
        public void add(@Nullable I value) {
            act(() -> state.get().add(value));
        }

        @Override
        public void clear() {
            state.get().clear();
        }
    }
}
