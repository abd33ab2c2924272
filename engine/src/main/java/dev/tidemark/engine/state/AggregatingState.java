package dev.tidemark.engine.state;

import org.jspecify.annotations.Nullable;

/** The aggregate of all values added for the current key. */
public interface AggregatingState<I, O> {
    /** The result of the accumulator so far, or null when nothing was added. */
    @Nullable
    O value();

    /** Takes one more value; null removes all. */
    void add(@Nullable I value);

    void clear();
}
