package dev.tidemark.flink.broadcast;

import dev.tidemark.engine.state.BroadcastState;
import dev.tidemark.engine.state.ReadOnlyBroadcastState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Flink's broadcast states as users hold them; Flink's have no order of their own, here it is that of the keys. */
final class BroadcastHandles {
    private BroadcastHandles() {}

    /** Flink declares its failures; a user's function of the engine does not. */
    private interface Call<T extends @Nullable Object> {
        T run() throws Exception;
    }

    private static <T extends @Nullable Object> T call(Call<T> call) {
        try {
            return call.run();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Flink's broadcast state failed: " + e.getMessage(), e);
        }
    }

    private static <K, V> List<Map.Entry<K, V>> sorted(Iterable<Map.Entry<K, V>> entries, Comparator<K> order) {
        List<Map.Entry<K, V>> sorted = new ArrayList<>();
        entries.forEach(entry -> sorted.add(Map.entry(entry.getKey(), entry.getValue())));
        sorted.sort(Map.Entry.comparingByKey(order));
        return sorted;
    }

    record Reading<K, V>(org.apache.flink.api.common.state.ReadOnlyBroadcastState<K, V> state, Comparator<K> order)
            implements ReadOnlyBroadcastState<K, V> {
        @Override
        public @Nullable V get(K key) {
            return BroadcastHandles.<@Nullable V>call(() -> state.get(key));
        }

        @Override
        public boolean contains(K key) {
            return call(() -> state.contains(key));
        }

        @Override
        public boolean isEmpty() {
            return entries().isEmpty();
        }

        @Override
        public List<Map.Entry<K, V>> entries() {
            return sorted(call(state::immutableEntries), order);
        }
    }

    record Writing<K, V>(org.apache.flink.api.common.state.BroadcastState<K, V> state, Comparator<K> order)
            implements BroadcastState<K, V> {
        @Override
        public @Nullable V get(K key) {
            return BroadcastHandles.<@Nullable V>call(() -> state.get(key));
        }

        @Override
        public boolean contains(K key) {
            return call(() -> state.contains(key));
        }

        @Override
        public boolean isEmpty() {
            return entries().isEmpty();
        }

        @Override
        public List<Map.Entry<K, V>> entries() {
            return sorted(call(state::immutableEntries), order);
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

        private interface Act {
            void run() throws Exception;
        }

        private static void act(Act act) {
            call(() -> {
                act.run();
                return true;
            });
        }
    }
}
