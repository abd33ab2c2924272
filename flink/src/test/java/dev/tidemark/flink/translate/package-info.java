/** That everything is said to Flink. Begin with {@link dev.tidemark.flink.translate.TranslatorsTest}. */
@NullMarked
package dev.tidemark.flink.translate;

import org.jspecify.annotations.NullMarked;
