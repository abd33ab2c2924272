/**
 * Runs pipelines on Apache Flink, unchanged. Begin with {@link dev.tidemark.flink.FlinkRunner}:
 *
 * <pre>{@code
 * try (FlinkRunner flink = FlinkRunner.local(2)) {
 *     List<Pane<String, Quake>> panes = flink.run(pipeline).output(strongest);
 * }
 * }</pre>
 */
@NullMarked
package dev.tidemark.flink;

import org.jspecify.annotations.NullMarked;
