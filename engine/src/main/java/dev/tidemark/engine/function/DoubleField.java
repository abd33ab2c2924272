package dev.tidemark.engine.function;

import java.io.Serializable;

/** Reads a number of a value. */
@FunctionalInterface
public interface DoubleField<T> extends Serializable {
    double valueOf(T value);
}
