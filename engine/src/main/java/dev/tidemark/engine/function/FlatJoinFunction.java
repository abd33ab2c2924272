package dev.tidemark.engine.function;

import java.io.Serializable;

/**
 * Any number of results for each pair of elements that meet. Source: Flink's {@code FlatJoinFunction}.
 *
 * @param <L> elements of the left stream
 * @param <R> elements of the right stream
 * @param <O> results
 */
@FunctionalInterface
public interface FlatJoinFunction<L, R, O> extends Serializable {
    void join(L left, R right, Output<O> out) throws Exception;
}
