/**
 * From a topology to a graph of Flink's: one translator for each kind of operator. Begin with
 * {@link dev.tidemark.flink.translate.Translation}; a new kind of operator is one more class and one more line in
 * {@code Translators}.
 */
@NullMarked
package dev.tidemark.flink.translate;

import org.jspecify.annotations.NullMarked;
