package dev.tidemark.engine.evictor;

import dev.tidemark.engine.window.Window;

/**
 * Keeps the last elements of a window, so many.
 *
 * @param count how many stay
 * @param after whether the others go after the window's function, which then sees them once
 */
public record CountEvictor<W extends Window>(long count, boolean after) implements Evictor<Object, W> {
    public CountEvictor {
        if (count < 0) {
            throw new IllegalArgumentException("a count evictor keeps " + count + " elements; it must be zero or more");
        }
    }

    /** Evicts before the window's function. */
    public static <W extends Window> CountEvictor<W> of(long count) {
        return new CountEvictor<>(count, false);
    }

    /** Evicts before the window's function, or after it. */
    public static <W extends Window> CountEvictor<W> of(long count, boolean after) {
        return new CountEvictor<>(count, after);
    }

    @Override
    public void evictBefore(Elements<Object> elements, W window, Context context) {
        if (!after) {
            evict(elements);
        }
    }

    @Override
    public void evictAfter(Elements<Object> elements, W window, Context context) {
        if (after) {
            evict(elements);
        }
    }

    private void evict(Elements<Object> elements) {
        elements.removeFirst(elements.size() - count);
    }
}
