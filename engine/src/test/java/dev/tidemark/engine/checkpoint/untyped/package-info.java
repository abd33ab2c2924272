/** Checkpoints: what they hold, what a restart changes, and what it does not. */
@NullMarked
package dev.tidemark.engine.checkpoint.untyped;

import org.jspecify.annotations.NullMarked;
