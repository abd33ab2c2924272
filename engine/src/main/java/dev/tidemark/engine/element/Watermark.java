package dev.tidemark.engine.element;

/**
 * The statement that no element with a timestamp at or below this one will follow.
 *
 * @param timestamp event time in milliseconds; {@link #END_OF_TIME} at the end of a bounded input
 */
public record Watermark(long timestamp) implements StreamElement {
    /** The watermark before anything is known. */
    public static final long BEGINNING = Long.MIN_VALUE;

    /** The watermark after the last element of a bounded input: every event-time timer fires. */
    public static final long END_OF_TIME = Long.MAX_VALUE;

    @Override
    public void deliverTo(ElementReceiver receiver) {
        receiver.watermark(this);
    }
}
