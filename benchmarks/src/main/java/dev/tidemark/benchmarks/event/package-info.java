/** The synthetic stream of all workloads but Nexmark: numbers by key, a little out of order. */
@NullMarked
package dev.tidemark.benchmarks.event;

import org.jspecify.annotations.NullMarked;
