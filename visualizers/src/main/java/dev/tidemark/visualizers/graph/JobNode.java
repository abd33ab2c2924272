package dev.tidemark.visualizers.graph;

/**
 * One operator of a job.
 *
 * @param id what edges call it
 * @param name what people call it
 * @param kind what it is, such as {@code source}, {@code window}, {@code sink}; may be empty
 * @param parallelism how many subtasks it has
 * @param note a line below, such as its watermark; may be empty
 */
public record JobNode(String id, String name, String kind, int parallelism, String note) {}
