package dev.tidemark.engine.state;

import java.util.List;

/** A list for the current key, in the order of its additions. */
public interface ListState<T> {
    /** An unmodifiable view of the values, empty when there are none. */
    List<T> values();

    /**
     * Appends a value.
     *
     * @throws NullPointerException if {@code value} is null
     */
    void add(T value);

    /** Appends values in their order. */
    default void addAll(List<T> values) {
        values.forEach(this::add);
    }

    /** Replaces the whole list; an empty one clears it. */
    void update(List<T> values);

    void clear();
}
