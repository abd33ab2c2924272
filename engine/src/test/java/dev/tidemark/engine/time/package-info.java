/** Timers and their order. */
@NullMarked
package dev.tidemark.engine.time;

import org.jspecify.annotations.NullMarked;
