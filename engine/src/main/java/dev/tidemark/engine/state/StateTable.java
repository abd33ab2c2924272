package dev.tidemark.engine.state;

import org.jspecify.annotations.Nullable;

/**
 * The values of one named state: one for each (key, namespace).
 *
 * <p>Law: {@link #forEach} visits entries in an order that depends only on the operations done so far, also after a
 * snapshot was restored.
 *
 * @param <N> a window, or {@link NoNamespace}
 */
public interface StateTable<K, N, V> {
    @Nullable
    V get(K key, N namespace);

    void put(K key, N namespace, V value);

    /** Removes and returns the value, null when there was none. */
    @Nullable
    V remove(K key, N namespace);

    int size();

    void forEach(Visitor<K, N, V> visitor);

    /** Visits one entry. */
    @FunctionalInterface
    interface Visitor<K, N, V> {
        void entry(K key, N namespace, V value);
    }
}
