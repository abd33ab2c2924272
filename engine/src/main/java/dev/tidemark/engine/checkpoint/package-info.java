/**
 * Checkpoints, from which a failed job restarts, and snapshots, which hold everything at one step.
 */
@NullMarked
package dev.tidemark.engine.checkpoint;

import org.jspecify.annotations.NullMarked;
