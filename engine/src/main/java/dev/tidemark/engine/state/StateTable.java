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

    /** Replaces the value by what {@code change} makes of it (null when there was none) and of {@code input}; returns that. */
    default <I> V change(K key, N namespace, I input, Change<V, I> change) {
        V after = change.apply(get(key, namespace), input);
        put(key, namespace, after);
        return after;
    }

    /** Makes a value from the one before; does nothing to the table itself. */
    @FunctionalInterface
    interface Change<V, I> {
        V apply(@Nullable V before, I input);
    }

    /** Removes and returns the value, null when there was none. */
    @Nullable
    V remove(K key, N namespace);

    /** Removes everything. */
    void clear();

    int size();

    void forEach(Visitor<K, N, V> visitor);

    /** Visits one entry. */
    @FunctionalInterface
    interface Visitor<K, N, V> {
        void entry(K key, N namespace, V value);
    }
}
