package dev.tidemark.engine.function;

import java.io.Serializable;

/**
 * Aggregates values one by one into an accumulator.
 *
 * <p>{@code merge} is called only when windows merge. Source: Flink's {@code AggregateFunction}.
 *
 * @param <I> values
 * @param <A> the accumulator: a type that the record codec covers
 * @param <O> the result
 */
public interface AggregateFunction<I, A, O> extends Serializable {
    /** An empty accumulator. */
    A createAccumulator();

    /** The accumulator with {@code value} in it; may change and return {@code accumulator}. */
    A add(I value, A accumulator);

    /** The result so far; must not change {@code accumulator}. */
    O result(A accumulator);

    /** Both accumulators in one; {@code left} holds the earlier window. */
    A merge(A left, A right);
}
