package dev.tidemark.engine.function;

import java.io.Serializable;

/** Reads a time of a value; never null. */
@FunctionalInterface
public interface TimestampSelector<T> extends Serializable {
    java.time.Instant time(T value);
}
