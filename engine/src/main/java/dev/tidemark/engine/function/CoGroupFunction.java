package dev.tidemark.engine.function;

import java.io.Serializable;

/**
 * Sees all elements of both streams that share a key and a window; one of the two may have none. Source: Flink's
 * {@code CoGroupFunction}.
 *
 * @param <L> elements of the left stream
 * @param <R> elements of the right stream
 * @param <O> results
 */
@FunctionalInterface
public interface CoGroupFunction<L, R, O> extends Serializable {
    void coGroup(Iterable<L> left, Iterable<R> right, Output<O> out) throws Exception;
}
