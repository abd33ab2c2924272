package dev.tidemark.engine.state;

import org.jspecify.annotations.Nullable;

/** One value for the current key. */
public interface ValueState<T> {
    /** The value, or null when none was set. */
    @Nullable
    T value();

    /** Sets the value; null removes it. */
    void update(@Nullable T value);

    /** Removes the value. */
    void clear();
}
