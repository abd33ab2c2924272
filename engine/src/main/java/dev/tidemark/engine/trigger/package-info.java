/**
 * Triggers decide when a window's contents are emitted and purged. Begin with {@link dev.tidemark.engine.trigger.Trigger}.
 */
@NullMarked
package dev.tidemark.engine.trigger;

import org.jspecify.annotations.NullMarked;
