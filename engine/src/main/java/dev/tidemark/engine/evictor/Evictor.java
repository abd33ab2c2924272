package dev.tidemark.engine.evictor;

import dev.tidemark.engine.window.Window;
import java.io.Serializable;
import java.util.Iterator;
import java.util.function.Predicate;

/**
 * Drops elements of a window when it fires: before its function sees them, after that, or both.
 *
 * <p>A window with an evictor keeps every element, one by one with its time; reductions and aggregates are made of those that stay, at
 * each firing. What is dropped is gone for later firings too. An evictor keeps nothing in its fields. Source: Flink's
 * {@code Evictor} and {@code EvictingWindowOperator}.
 *
 * @param <T> elements that it can look at
 */
public interface Evictor<T, W extends Window> extends Serializable {
    /** Called before the window's function; what is removed here the function does not see. */
    default void evictBefore(Elements<T> elements, W window, Context context) {}

    /** Called after the window's function; what is removed here the next firing does not see. */
    default void evictAfter(Elements<T> elements, W window, Context context) {}

    /** A window's elements in the order in which they came, merged windows in the order of their starts; they can only be removed. */
    interface Elements<T> extends Iterable<Timestamped<T>> {
        int size();

        /** Removes so many from the front, or all when there are fewer. */
        default void removeFirst(long count) {
            Iterator<Timestamped<T>> each = iterator();
            for (long i = 0; i < count && each.hasNext(); i++) {
                each.next();
                each.remove();
            }
        }

        /** Removes the elements that {@code gone} says. */
        default void removeIf(Predicate<? super Timestamped<T>> gone) {
            for (Iterator<Timestamped<T>> each = iterator(); each.hasNext(); ) {
                if (gone.test(each.next())) {
                    each.remove();
                }
            }
        }
    }

    /** What an evictor can ask. */
    interface Context {
        long watermark();

        long processingTime();
    }
}
