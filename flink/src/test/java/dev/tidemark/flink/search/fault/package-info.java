/**
 * Faults planted in copies of the engine's classes, to see whether the search finds them. Begin with
 * {@link dev.tidemark.flink.search.fault.Faults}.
 */
@NullMarked
package dev.tidemark.flink.search.fault;

import org.jspecify.annotations.NullMarked;
