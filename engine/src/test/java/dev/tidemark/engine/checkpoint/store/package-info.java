/** Checkpoints: what they hold, what a restart changes, and what it does not. */
@NullMarked
package dev.tidemark.engine.checkpoint.store;

import org.jspecify.annotations.NullMarked;
