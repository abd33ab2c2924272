/**
 * The queries of Nexmark, each as a program of Tidemark, a job of Flink and a loop by hand.
 *
 * <p>Begin at {@link dev.tidemark.benchmarks.nexmark.query.NexmarkQueries}. What a query asks is defined by the SQL of
 * github.com/nexmark/nexmark; where its result is updated, rows are taken back by equal rows of negative weight, so that what is
 * compared is the view that remains at the end.
 */
@NullMarked
package dev.tidemark.benchmarks.nexmark.query;

import org.jspecify.annotations.NullMarked;
