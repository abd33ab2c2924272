/**
 * Patterns on Flink: its own CEP library, part for part. Begin with {@link dev.tidemark.flink.cep.FlinkPatterns}.
 */
@NullMarked
package dev.tidemark.flink.cep;

import org.jspecify.annotations.NullMarked;
