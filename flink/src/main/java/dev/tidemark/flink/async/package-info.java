/**
 * Calls to something outside, as Flink makes them. Begin with {@link dev.tidemark.flink.async.AsyncCalling}.
 */
@NullMarked
package dev.tidemark.flink.async;

import org.jspecify.annotations.NullMarked;
