package dev.tidemark.engine.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An immutable list that grows at its end: {@link #append} gives a longer log that shares what came before.
 *
 * <p>Remembering a log costs nothing, so every snapshot holds one. Going back and appending something else copies the
 * shared part once.
 */
public final class AppendLog<T> {
    private final List<T> shared;
    private final int size;

    private AppendLog(List<T> shared, int size) {
        this.shared = shared;
        this.size = size;
    }

    public static <T> AppendLog<T> empty() {
        return new AppendLog<>(new ArrayList<>(), 0);
    }

    /** The log with {@code value} at its end. */
    public AppendLog<T> append(T value) {
        List<T> target = shared.size() == size ? shared : new ArrayList<>(shared.subList(0, size));
        target.add(value);
        return new AppendLog<>(target, size + 1);
    }

    public int size() {
        return size;
    }

    /** The value at {@code index}, in {@code [0, size)}. */
    public T get(int index) {
        return shared.get(java.util.Objects.checkIndex(index, size));
    }

    /** A view of the values. */
    public List<T> values() {
        return Collections.unmodifiableList(shared.subList(0, size));
    }
}
