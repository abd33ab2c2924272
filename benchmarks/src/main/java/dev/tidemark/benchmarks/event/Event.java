package dev.tidemark.benchmarks.event;

/**
 * A number that belongs to a key.
 *
 * @param time when it happened, in milliseconds
 */
public record Event(int key, long time, long value) {}
