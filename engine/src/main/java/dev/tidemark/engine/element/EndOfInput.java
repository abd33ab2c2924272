package dev.tidemark.engine.element;

/** The sender has finished: nothing follows in this channel. */
public enum EndOfInput implements StreamElement {
    INSTANCE;

    @Override
    public void deliverTo(ElementReceiver receiver) {
        receiver.endOfInput();
    }
}
