package dev.tidemark.engine.topology;

/**
 * The recorded events of one partition, in the order of their arrivals.
 *
 * <p>Reading is a pure function of the position: whatever was read once is read again.
 */
public interface Arrivals {
    int size();

    /** When its last event arrives, in milliseconds; {@link Long#MIN_VALUE} when it has none. May have to read them all. */
    long lastArrivalMillis();

    /** Reads on from {@code position}, in {@code [0, size]}. */
    Cursor from(int position);

    /** A place in the recording, before one of its events or behind the last. */
    interface Cursor {
        /** Whether there is an event here. */
        boolean hasEvent();

        Object value();

        /** The event time in milliseconds, {@link Long#MIN_VALUE} when it has none. */
        long timestamp();

        /** When the event arrives, in milliseconds of processing time. */
        long arrivalMillis();

        /** Goes to the next event. */
        void next();
    }
}
