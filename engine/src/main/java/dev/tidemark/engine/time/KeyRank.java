package dev.tidemark.engine.time;

import dev.tidemark.engine.state.codec.NaturalOrder;
import java.util.Comparator;

/**
 * A number for a key, never less for a greater key: where two differ, keys need not be looked at to be compared.
 *
 * @param <K> the keys
 */
interface KeyRank<K> {
    long of(K key);

    /** The rank that fits an order of keys. */
    static <K> KeyRank<K> of(Comparator<K> order) {
        return order instanceof NaturalOrder ? KeyRank::natural : key -> 0;
    }

    private static long natural(Object key) {
        if (key instanceof Long number) {
            return number;
        }
        if (key instanceof Integer number) {
            return number;
        }
        return key instanceof String text ? beginning(text) : 0;
    }

    /** Its first four characters, as {@link String#compareTo} orders them. */
    private static long beginning(String text) {
        long rank = 0;
        for (int i = 0; i < 4; i++) {
            rank = rank << 16 | (i < text.length() ? text.charAt(i) : 0);
        }
        return rank ^ Long.MIN_VALUE;
    }
}
