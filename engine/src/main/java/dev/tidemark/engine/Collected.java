package dev.tidemark.engine;

/**
 * A typed handle of a sink that collects: {@code run.output(handle)} is what it holds.
 *
 * @param sink the sink's name
 * @param <T> the results
 */
@SuppressWarnings("UnusedTypeParameter") // T is what run.output(handle) gives
public record Collected<T>(String sink) {}
