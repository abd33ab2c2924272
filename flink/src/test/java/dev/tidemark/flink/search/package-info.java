/**
 * A search for differences between the engine and Flink: random pipelines, random scripts, shrunk to a transcript when
 * the two do not agree. Begin with {@link dev.tidemark.flink.search.RandomConformanceTest}.
 */
@NullMarked
package dev.tidemark.flink.search;

import org.jspecify.annotations.NullMarked;
