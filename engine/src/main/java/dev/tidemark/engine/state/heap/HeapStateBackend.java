package dev.tidemark.engine.state.heap;

import dev.tidemark.engine.state.StateBackend;
import dev.tidemark.engine.state.StateSchema;
import dev.tidemark.engine.state.StateTable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps values as objects in linked hash maps, so that iteration follows insertion. */
public final class HeapStateBackend implements StateBackend {
    @Override
    public <K, N, V> StateTable<K, N, V> table(StateSchema<N, V> schema) {
        return new HeapTable<>();
    }

    private record Slot<K, N>(K key, N namespace) {}

    private static final class HeapTable<K, N, V> implements StateTable<K, N, V> {
        private final Map<Slot<K, N>, V> entries = new LinkedHashMap<>();

        @Override
        public @Nullable V get(K key, N namespace) {
            return entries.get(new Slot<>(key, namespace));
        }

        @Override
        public void put(K key, N namespace, V value) {
            entries.put(new Slot<>(key, namespace), value);
        }

        @Override
        public @Nullable V remove(K key, N namespace) {
            return entries.remove(new Slot<>(key, namespace));
        }

        @Override
        public int size() {
            return entries.size();
        }

        @Override
        public void forEach(Visitor<K, N, V> visitor) {
            entries.forEach((slot, value) -> visitor.entry(slot.key(), slot.namespace(), value));
        }
    }
}
