package dev.tidemark.engine.function;

import java.io.Serializable;

/** Reads the key of a value; equal values have equal keys, and the key's hash is stable across JVMs. */
@FunctionalInterface
public interface KeySelector<T, K> extends Serializable {
    K key(T value);
}
