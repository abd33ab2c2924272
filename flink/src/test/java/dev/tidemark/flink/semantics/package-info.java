/**
 * The pages {@code docs/semantics.md} and {@code docs/flink-differences.md}, made of the tests. Begin with {@link
 * dev.tidemark.flink.semantics.SemanticsPage}.
 */
@NullMarked
package dev.tidemark.flink.semantics;

import org.jspecify.annotations.NullMarked;
