package dev.tidemark.engine.evictor;

import dev.tidemark.engine.element.Event;

/**
 * An element of a window with its own time.
 *
 * @param timestamp milliseconds of event time, {@link Long#MIN_VALUE} when the element has none
 */
public record Timestamped<T>(T value, long timestamp) {
    /** Whether the element has a time. */
    public boolean hasTimestamp() {
        return timestamp != Event.NO_TIMESTAMP;
    }
}
