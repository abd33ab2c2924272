/** Pipelines of a hundred entries, as a test of a pipeline has them: how many can be built and run in a second, how soon the first. */
@NullMarked
package dev.tidemark.benchmarks.cases;

import org.jspecify.annotations.NullMarked;
