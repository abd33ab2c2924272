package dev.tidemark.engine.state;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map for the current key; it is iterated in the order of its keys (natural where they have one, else by their bytes). */
public interface MapState<K, V> {
    @Nullable
    V get(K key);

    void put(K key, V value);

    void remove(K key);

    boolean contains(K key);

    boolean isEmpty();

    /** A copy of the entries, in key order. */
    List<Map.Entry<K, V>> entries();

    void clear();
}
