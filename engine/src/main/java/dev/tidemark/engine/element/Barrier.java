package dev.tidemark.engine.element;

/**
 * The line between what belongs to a checkpoint and what comes after it.
 *
 * @param checkpoint the checkpoint's number, from 1
 */
public record Barrier(long checkpoint) implements StreamElement {
    @Override
    public void deliverTo(ElementReceiver receiver) {
        receiver.barrier(this);
    }
}
