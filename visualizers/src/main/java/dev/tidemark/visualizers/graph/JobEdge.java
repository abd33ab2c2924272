package dev.tidemark.visualizers.graph;

/**
 * What flows from one operator to another.
 *
 * @param from the id of the operator that sends
 * @param to the id of the operator that receives
 * @param label how elements are distributed, such as {@code key} or {@code broadcast}; may be empty
 */
public record JobEdge(String from, String to, String label) {}
