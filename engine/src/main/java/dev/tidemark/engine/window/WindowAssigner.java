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

    /**
     * The length of the cells into which the windows' time falls so that all elements of one cell have the same windows, in
     * milliseconds; 0 when no two elements are known to. Only to be quick: windows are then assigned once a cell.
     */
    default long cellMillis() {
        return 0;
    }

    /** Where the cell that holds {@code time} begins; asked only where {@link #cellMillis} is not 0. */
    default long cellStart(long time) {
        throw new UnsupportedOperationException(this + " has no cells");
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
