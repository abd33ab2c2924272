package dev.tidemark.engine.evictor;

import dev.tidemark.engine.time.Times;
import dev.tidemark.engine.window.Window;
import java.time.Duration;

/**
 * Keeps the elements whose time is less than a duration before that of the latest element in the window.
 *
 * <p>Nothing is evicted when the first element has no time. An element without one behind a first that has one is an error.
 *
 * @param keptMillis how far back elements stay; those with {@code timestamp ≤ latest − keptMillis} go
 * @param after whether they go after the window's function, which then sees them once
 */
public record TimeEvictor<W extends Window>(long keptMillis, boolean after) implements Evictor<Object, W> {
    public TimeEvictor {
        if (keptMillis < 0) {
            throw new IllegalArgumentException("a time evictor keeps elements for "
                    + Times.text(Duration.ofMillis(keptMillis)) + "; it must be zero or more");
        }
    }

    /** Evicts before the window's function. */
    public static <W extends Window> TimeEvictor<W> of(Duration kept) {
        return new TimeEvictor<>(kept.toMillis(), false);
    }

    /** Evicts before the window's function, or after it. */
    public static <W extends Window> TimeEvictor<W> of(Duration kept, boolean after) {
        return new TimeEvictor<>(kept.toMillis(), after);
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
        if (elements.size() == 0 || !elements.iterator().next().hasTimestamp()) {
            return;
        }
        long latest = Long.MIN_VALUE;
        for (Timestamped<Object> each : elements) {
            if (!each.hasTimestamp()) {
                throw new IllegalStateException("the element " + each.value()
                        + " has no timestamp, by which a time evictor could keep or drop it; send all elements with a"
                        + " time, or use a count evictor");
            }
            latest = Math.max(latest, each.timestamp());
        }
        long cutoff = latest - keptMillis;
        elements.removeIf(each -> each.timestamp() <= cutoff);
    }
}
