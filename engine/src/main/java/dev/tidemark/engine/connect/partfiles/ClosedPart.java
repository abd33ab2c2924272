package dev.tidemark.engine.connect.partfiles;

/**
 * A part that is complete and waits for its commit.
 *
 * @param name what it will be called
 * @param length how many bytes it has
 */
public record ClosedPart(String name, long length) {}
