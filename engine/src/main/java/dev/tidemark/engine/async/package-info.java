/**
 * Calls to something outside of the pipeline, many at a time, with answers that come later. Begin with {@link dev.tidemark.engine.async.AsyncOperator}.
 */
@NullMarked
package dev.tidemark.engine.async;

import org.jspecify.annotations.NullMarked;
