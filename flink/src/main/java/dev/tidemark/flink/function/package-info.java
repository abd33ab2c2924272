/**
 * Users' functions inside Flink's: each adapter carries a serialized function and makes it where it runs. Begin with
 * {@link dev.tidemark.flink.function.Carried}.
 */
@NullMarked
package dev.tidemark.flink.function;

import org.jspecify.annotations.NullMarked;
