/**
 * What Tidemark does in a second, beside Apache Flink on the same work in the same run.
 *
 * <p>Begin at {@link dev.tidemark.benchmarks.Workload}: the same events in, the same results out, on either engine and in a plain
 * loop. {@link dev.tidemark.benchmarks.Workloads} lists them all. {@code measure} runs them in processes of their own, in pairs that
 * take turns, and prints the table; the other packages hold the programs:
 *
 * <pre>{@code
 * Workload tumbling = Workloads.named("tumbling");
 * Sample sample = tumbling.side(Engine.TIDEMARK).run(5_000_000);
 * sample.checksum();                      // 50913 rows, hash 3de9c49cb283dd57: as on Flink
 * }</pre>
 */
@NullMarked
package dev.tidemark.benchmarks;

import org.jspecify.annotations.NullMarked;
