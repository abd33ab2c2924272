package dev.tidemark.engine.evictor;

import dev.tidemark.engine.function.DeltaFunction;
import dev.tidemark.engine.window.Window;

/**
 * Keeps the elements that differ from the last one in the window by less than a threshold.
 *
 * @param threshold elements whose {@code delta(element, last)} is this or more go
 * @param delta how much two elements differ
 * @param after whether they go after the window's function, which then sees them once
 */
public record DeltaEvictor<T, W extends Window>(double threshold, DeltaFunction<? super T> delta, boolean after)
        implements Evictor<T, W> {
    /** Evicts before the window's function. */
    public static <T, W extends Window> DeltaEvictor<T, W> of(double threshold, DeltaFunction<? super T> delta) {
        return new DeltaEvictor<>(threshold, delta, false);
    }

    /** Evicts before the window's function, or after it. */
    public static <T, W extends Window> DeltaEvictor<T, W> of(
            double threshold, DeltaFunction<? super T> delta, boolean after) {
        return new DeltaEvictor<>(threshold, delta, after);
    }

    @Override
    public void evictBefore(Elements<T> elements, W window, Context context) {
        if (!after) {
            evict(elements);
        }
    }

    @Override
    public void evictAfter(Elements<T> elements, W window, Context context) {
        if (after) {
            evict(elements);
        }
    }

    private void evict(Elements<T> elements) {
        T last = null;
        for (Timestamped<T> each : elements) {
            last = each.value();
        }
        if (last != null) {
            T compared = last;
            elements.removeIf(each -> delta.between(each.value(), compared) >= threshold);
        }
    }

    @Override
    public String toString() {
        return "DeltaEvictor[threshold=" + threshold + ", after=" + after + "]";
    }
}
