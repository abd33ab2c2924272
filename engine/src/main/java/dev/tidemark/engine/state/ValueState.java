package dev.tidemark.engine.state;

import org.jspecify.annotations.Nullable;

/** One value for the current key. */
public interface ValueState<T> {
    /** The value, or null when none was set. */
    @Nullable
    T value();

    /** Sets the value. */
    void update(T value);

    /** Removes the value. */
    void clear();
}
