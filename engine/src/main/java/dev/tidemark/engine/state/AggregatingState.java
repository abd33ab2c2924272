package dev.tidemark.engine.state;

import org.jspecify.annotations.Nullable;

/** The aggregate of all values added for the current key. */
public interface AggregatingState<I, O> {
    /** The result of the accumulator so far, or null when nothing was added. */
    @Nullable
    O value();

    void add(I value);

    void clear();
}
