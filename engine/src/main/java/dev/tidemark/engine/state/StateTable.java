package dev.tidemark.engine.state;

import org.jspecify.annotations.Nullable;

/**
 * The values of one named state: one for each (key, namespace).
 *
 * <p>Law: {@link #forEach} visits entries in the order of their insertion, also after a snapshot was restored. A value that is put
 * where there was one stays at its place; one that is put after a {@link #remove} goes to the end.
 *
 * @param <N> a window, or {@link NoNamespace}
 */
public interface StateTable<K, N, V> {
    /** The value, null when there is none; the caller may change it, but has to put it back for that to count. */
    @Nullable
    V get(K key, N namespace);

    /** Stores the value; the caller gives it away and doesn't change it afterwards. */
    void put(K key, N namespace, V value);

    /**
     * Replaces the value by what {@code change} makes of it (null when there was none) and of {@code input}; returns that, to be
     * looked at and neither changed nor kept.
     */
    default <I> V change(K key, N namespace, I input, Change<V, I> change) {
        V after = change.apply(get(key, namespace), input);
        put(key, namespace, after);
        return after;
    }

    /** Makes a value from the one before, which it may change and return; does nothing to the table itself. */
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

    /** Shows every entry, in the order of insertion; a visitor must not change this table. */
    void forEach(Visitor<K, N, V> visitor);

    /** Visits one entry. */
    @FunctionalInterface
    interface Visitor<K, N, V> {
        void entry(K key, N namespace, V value);
    }
}
