package dev.tidemark.engine.function;

import java.io.Serializable;

/**
 * One result for each pair of elements that meet. Source: Flink's {@code JoinFunction}.
 *
 * @param <L> elements of the left stream
 * @param <R> elements of the right stream
 * @param <O> results
 */
@FunctionalInterface
public interface JoinFunction<L, R, O> extends Serializable {
    O join(L left, R right) throws Exception;
}
