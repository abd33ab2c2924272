package dev.tidemark.engine.state;

import org.jspecify.annotations.Nullable;

/** The reduction of all values added for the current key. */
public interface ReducingState<T> {
    /** The reduction so far, or null when nothing was added. */
    @Nullable
    T value();

    /** Takes one more value; null removes all, but with a time to live it makes what is there live anew. */
    void add(@Nullable T value);

    void clear();
}
