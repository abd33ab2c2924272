package dev.tidemark.engine.connect.partfiles;

/**
 * A part that goes on over a checkpoint.
 *
 * @param name what it will be called
 * @param length how many bytes of it belong to the checkpoint
 * @param openedMillis when it was begun, on the simulated clock
 */
public record OpenPart(String name, long length, long openedMillis) {}
