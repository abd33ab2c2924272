package dev.tidemark.engine.function;

import java.io.Serializable;

/** Reads a part of a value by which values can be compared. */
@FunctionalInterface
public interface FieldSelector<T, F extends Comparable<? super F>> extends Serializable {
    F valueOf(T value);
}
