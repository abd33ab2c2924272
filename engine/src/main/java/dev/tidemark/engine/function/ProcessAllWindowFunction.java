package dev.tidemark.engine.function;

import java.io.Serializable;

/**
 * Turns the contents of a window over a whole stream into results.
 *
 * @param <I> the contents' elements: raw values, or the one result of an incremental aggregate
 * @param <O> results
 * @param <W> the window
 */
@FunctionalInterface
public interface ProcessAllWindowFunction<I, O, W> extends Serializable {
    void process(ProcessWindowFunction.Context<W> context, Iterable<I> elements, Output<O> out) throws Exception;

    /** Called when the window is cleaned up; clears what the function keeps per window. */
    default void clear(ProcessWindowFunction.Context<W> context) throws Exception {}
}
