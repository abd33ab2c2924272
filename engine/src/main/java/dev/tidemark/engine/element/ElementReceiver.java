package dev.tidemark.engine.element;

/** Takes elements, one method for each kind. */
public interface ElementReceiver {
    void event(Event event);

    void watermark(Watermark watermark);

    void status(WatermarkStatus status);

    void barrier(Barrier barrier);

    void endOfInput();
}
