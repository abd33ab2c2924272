package dev.tidemark.engine.state;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map for the current key; it is iterated in the order of its keys (natural where they have one, else by their bytes). */
public interface MapState<K, V> {
    @Nullable
    V get(K key);

    void put(K key, V value);

    /** Puts every entry of a map. */
    default void putAll(Map<K, V> entries) {
        entries.forEach(this::put);
    }

    void remove(K key);

    boolean contains(K key);

    /** Whether nothing is stored; what has expired and was not met since still counts. */
    boolean isEmpty();

    /** A copy of the entries, in key order. */
    List<Map.Entry<K, V>> entries();

    /** A copy of the keys, in their order. */
    default List<K> keys() {
        return entries().stream().map(Map.Entry::getKey).toList();
    }

    /** A copy of the values, in key order. */
    default List<V> values() {
        return entries().stream().map(Map.Entry::getValue).toList();
    }

    void clear();
}
