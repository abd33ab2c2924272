package dev.tidemark.engine.function;

import dev.tidemark.engine.state.KeyedState;
import java.io.Serializable;

/**
 * Turns the contents of a window that fires into results.
 *
 * @param <I> the contents' elements: raw values, or the one result of an incremental aggregate
 * @param <O> results
 * @param <K> the key
 * @param <W> the window
 */
@FunctionalInterface
public interface ProcessWindowFunction<I, O, K, W> extends Serializable {
    void process(K key, Context<W> context, Iterable<I> elements, Output<O> out) throws Exception;

    /** Called when the window is cleaned up; clears what the function keeps per window. */
    default void clear(Context<W> context) throws Exception {}

    /** What the function can ask. */
    interface Context<W> {
        W window();

        long watermark();

        long processingTime();

        /** State of this key and window; not on merging windows. */
        KeyedState windowState();

        /** State of this key, shared by its windows. */
        KeyedState globalState();

        <X> void output(OutputTag<X> tag, X value);
    }
}
