package dev.tidemark.engine.function;

import java.io.Serializable;

/** Decides which values go on. */
@FunctionalInterface
public interface FilterFunction<T> extends Serializable {
    boolean filter(T value) throws Exception;
}
