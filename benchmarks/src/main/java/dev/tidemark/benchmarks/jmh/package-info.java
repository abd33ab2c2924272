/** The workloads as JMH benchmarks, for a closer look at one of them: {@code ./tidemark bench --jmh Workload -p workload=sliding}. */
@NullMarked
package dev.tidemark.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
