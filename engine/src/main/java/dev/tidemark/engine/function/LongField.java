package dev.tidemark.engine.function;

import java.io.Serializable;

/** Reads a whole number of a value. */
@FunctionalInterface
public interface LongField<T> extends Serializable {
    long valueOf(T value);
}
