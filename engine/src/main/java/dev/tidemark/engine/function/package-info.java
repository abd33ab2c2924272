/**
 * The functions that users write; all of them serializable, so that a restart can make fresh ones. Begin with {@link dev.tidemark.engine.function.MapFunction}.
 */
@NullMarked
package dev.tidemark.engine.function;

import org.jspecify.annotations.NullMarked;
