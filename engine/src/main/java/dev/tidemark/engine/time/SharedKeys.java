package dev.tidemark.engine.time;

import org.jspecify.annotations.Nullable;

/**
 * One object for equal keys that are asked for again soon, so that the keys of many timers lie together in the caches.
 *
 * <p>Only keys of which equal ones can't be told apart are shared. What is found here and what is not changes nothing but
 * the time, so it is no part of a snapshot.
 */
final class SharedKeys<K> {
    private static final int PLACES_LOG = 12;

    private final @Nullable Object[] places = new Object[1 << PLACES_LOG];

    /** A key that equals {@code key}. */
    @SuppressWarnings("unchecked")
    K of(K key) {
        if (!(key instanceof Long || key instanceof Integer || key instanceof String)) {
            return key;
        }
        int place = (key.hashCode() * 0x9E3779B9) >>> (Integer.SIZE - PLACES_LOG);
        Object known = places[place];
        if (key.equals(known)) {
            return (K) known;
        }
        places[place] = key;
        return key;
    }
}
