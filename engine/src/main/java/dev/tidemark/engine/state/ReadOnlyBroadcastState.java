package dev.tidemark.engine.state;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A broadcast state as the other stream's elements see it: readable only.
 *
 * <p>It is iterated in the order of its keys (natural where they have one, else by their bytes). What it holds must not be
 * changed either. Source: Flink's {@code ReadOnlyBroadcastState}.
 */
public interface ReadOnlyBroadcastState<K, V> {
    @Nullable
    V get(K key);

    boolean contains(K key);

    boolean isEmpty();

    /** A copy of the entries, in key order. */
    List<Map.Entry<K, V>> entries();
}
