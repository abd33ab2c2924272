/**
 * Runs workloads in processes of their own and makes a table of the times.
 *
 * <p>Begin at {@link dev.tidemark.benchmarks.measure.BenchmarksMain}.
 */
@NullMarked
package dev.tidemark.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
