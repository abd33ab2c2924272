package dev.tidemark.engine.state;

/**
 * A map of which every subtask of an operator has its own copy; broadcast elements change it.
 *
 * <p>Every subtask sees every broadcast element, so the copies stay equal as long as what the function does with an
 * element depends on that element and this state alone. Source: Flink's {@code BroadcastState}.
 */
public interface BroadcastState<K, V> extends ReadOnlyBroadcastState<K, V> {
    void put(K key, V value);

    void remove(K key);

    void clear();
}
