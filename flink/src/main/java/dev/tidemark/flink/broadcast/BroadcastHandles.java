package dev.tidemark.flink.broadcast;

import static dev.tidemark.flink.state.Calls.act;
import static dev.tidemark.flink.state.Calls.call;

import dev.tidemark.engine.state.BroadcastState;
import dev.tidemark.engine.state.ReadOnlyBroadcastState;
import dev.tidemark.flink.state.Calls;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Flink's broadcast states as users hold them; Flink's have no order of their own, here it is that of the keys. */
final class BroadcastHandles {
    private BroadcastHandles() {}

    static class Reading<K, V> implements ReadOnlyBroadcastState<K, V> {
        private final org.apache.flink.api.common.state.ReadOnlyBroadcastState<K, V> state;
        private final Comparator<K> order;

        Reading(org.apache.flink.api.common.state.ReadOnlyBroadcastState<K, V> state, Comparator<K> order) {
            this.state = state;
            this.order = order;
        }

        @Override
        public @Nullable V get(K key) {
            return Calls.<@Nullable V>call(() -> state.get(key));
        }

        @Override
        public boolean contains(K key) {
            return call(() -> state.contains(key));
        }

        @Override
        public boolean isEmpty() {
            return !call(state::immutableEntries).iterator().hasNext();
        }

        @Override
        public List<Map.Entry<K, V>> entries() {
            List<Map.Entry<K, V>> sorted = new ArrayList<>();
            call(state::immutableEntries).forEach(entry -> sorted.add(Map.entry(entry.getKey(), entry.getValue())));
            sorted.sort(Map.Entry.comparingByKey(order));
            return sorted;
        }
    }

    static final class Writing<K, V> extends Reading<K, V> implements BroadcastState<K, V> {
        private final org.apache.flink.api.common.state.BroadcastState<K, V> state;

        Writing(org.apache.flink.api.common.state.BroadcastState<K, V> state, Comparator<K> order) {
            super(state, order);
            this.state = state;
        }

        @Override
        public void put(K key, V value) {
            Objects.requireNonNull(key, "a broadcast state can't hold a null key");
            Objects.requireNonNull(value, "a broadcast state can't hold null");
            act(() -> state.put(key, value));
        }

        @Override
        public void remove(K key) {
            act(() -> state.remove(key));
        }

        @Override
        public void clear() {
            state.clear();
        }
    }
}
