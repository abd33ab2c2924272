/** The forms in which a workload is written, one for each engine, and what runs them. */
@NullMarked
package dev.tidemark.benchmarks.program;

import org.jspecify.annotations.NullMarked;
