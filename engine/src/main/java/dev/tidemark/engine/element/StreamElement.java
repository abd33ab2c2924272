package dev.tidemark.engine.element;

/** Anything that travels through a channel, delivered in the order in which it was sent. */
public sealed interface StreamElement permits Event, Watermark, WatermarkStatus, Barrier, EndOfInput {
    /** Calls the method of {@code receiver} that belongs to this kind of element. */
    void deliverTo(ElementReceiver receiver);
}
