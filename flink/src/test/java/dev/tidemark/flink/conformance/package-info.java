/**
 * Flink as the referee: the engine's timelines, and random cases, on both. Begin with
 * {@link dev.tidemark.flink.conformance.TimelineConformanceTest}.
 */
@NullMarked
package dev.tidemark.flink.conformance;

import org.jspecify.annotations.NullMarked;
