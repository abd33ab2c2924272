package dev.tidemark.engine.element;

/**
 * A value with its event time.
 *
 * @param value what the user sent; never null
 * @param timestamp event time in milliseconds since the epoch, or {@link #NO_TIMESTAMP}
 */
public record Event(Object value, long timestamp) implements StreamElement {
    /** Stands for "this value has no event time" (Flink's {@code TimestampAssigner.NO_TIMESTAMP}). */
    public static final long NO_TIMESTAMP = Long.MIN_VALUE;

    @Override
    public void deliverTo(ElementReceiver receiver) {
        receiver.event(this);
    }
}
