/**
 * Flink's own operators, sources and watermark valves in one thread, on a clock that is held by hand: a whole job graph,
 * line by line. What the harness of Flink's tests gives one operator, {@link dev.tidemark.flink.bench.Bench} gives them
 * all. The clock keeps the rule of Flink's runtime, which the harness does not: a timer for t fires at t + 1 ms.
 */
@NullMarked
package dev.tidemark.flink.bench;

import org.jspecify.annotations.NullMarked;
