package dev.tidemark.engine.function;

import java.io.Serializable;

/** Combines two values into one of the same type. */
@FunctionalInterface
public interface ReduceFunction<T> extends Serializable {
    T reduce(T left, T right);
}
