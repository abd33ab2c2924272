/**
 * The graph of a job as a small drawing of its own: operators from left to right, what flows between them as lines.
 * Begin reading at {@link dev.tidemark.visualizers.graph.JobGraph}.
 *
 * <pre>{@code
 * JobGraph graph = new JobGraph("clicks", List.of(
 *         new JobNode("1", "clicks", "source", 2, ""), new JobNode("2", "count", "window", 2, "watermark 09:00")),
 *         List.of(new JobEdge("1", "2", "key")));
 * }</pre>
 *
 * The drawing is made in layers (Sugiyama, Tagawa, Toda 1981): each operator one layer after the last of its inputs, the order
 * inside a layer by the middle of its neighbours.
 */
@NullMarked
package dev.tidemark.visualizers.graph;

import org.jspecify.annotations.NullMarked;
