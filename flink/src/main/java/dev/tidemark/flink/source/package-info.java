/**
 * A source of Flink's that plays what a topology reads: a recorded trace, or a script in place of a user's hand. Begin
 * with {@link dev.tidemark.flink.source.PlayedSource}.
 */
@NullMarked
package dev.tidemark.flink.source;

import org.jspecify.annotations.NullMarked;
