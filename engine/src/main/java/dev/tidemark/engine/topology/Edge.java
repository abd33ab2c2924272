package dev.tidemark.engine.topology;

import org.jspecify.annotations.Nullable;

/**
 * Where an operator gets its elements from.
 *
 * @param from id of the node that sends
 * @param side the sender's side output, or null for its main output
 * @param input which input of the operator they go into: 0, or 1 for the second of two
 */
public record Edge(int from, @Nullable String side, int input, Partitioning partitioning) {}
