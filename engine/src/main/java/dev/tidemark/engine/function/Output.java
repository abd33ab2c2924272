package dev.tidemark.engine.function;

/** Takes the results of a function, in order (Flink's {@code Collector}). */
@FunctionalInterface
public interface Output<T> {
    /** Emits {@code value}, which must not be null. */
    void collect(T value);
}
