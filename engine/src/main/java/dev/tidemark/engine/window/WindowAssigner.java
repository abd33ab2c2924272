package dev.tidemark.engine.window;

import dev.tidemark.engine.trigger.Trigger;
import java.io.Serializable;
import java.util.List;

/**
 * Says in which windows an element belongs.
 *
 * @param <T> the elements it can look at
 */
public interface WindowAssigner<T, W extends Window> extends Serializable {
    /** The windows of an element, in the order in which it is added to them. */
    List<W> assign(T element, long timestamp, long processingTime);

    /** No two elements are known to have the same windows. */
    long NO_SLOT = Long.MIN_VALUE;

    /** A number that elements share which have the same windows, or {@link #NO_SLOT}; asking is cheaper than assigning. */
    default long slot(T element, long timestamp, long processingTime) {
        return NO_SLOT;
    }

    /** The trigger that is used when none is named. */
    Trigger<Object, W> defaultTrigger();

    /** Whether the windows lie in event time. */
    boolean eventTime();

    /** The class of the windows, from which their codec is made. */
    Class<W> windowType();

    /** Whether windows that meet become one. */
    default boolean merging() {
        return false;
    }

    /** Checks an event-time timestamp; Flink's message for elements that have none. */
    static void requireTimestamp(long timestamp, Object element) {
        if (timestamp == Long.MIN_VALUE) {
            throw new IllegalStateException(
                    "the element " + element
                            + " has no timestamp, so no event-time window can take it; give its source an eventTime(…), or send it with a time");
        }
    }
}
