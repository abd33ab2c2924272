package dev.tidemark.engine.element;

/** Whether the sender takes part in the watermark ({@code ACTIVE}) or must not be waited for ({@code IDLE}). */
public enum WatermarkStatus implements StreamElement {
    ACTIVE,
    IDLE;

    @Override
    public void deliverTo(ElementReceiver receiver) {
        receiver.status(this);
    }
}
