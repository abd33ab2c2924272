package dev.tidemark.engine.function;

/**
 * Does something with one key's state, while that key is the current one. Source: Flink's {@code KeyedStateFunction}.
 *
 * @param <K> the key
 * @param <S> the state
 */
@FunctionalInterface
public interface KeyedStateFunction<K, S> {
    void process(K key, S state) throws Exception;
}
