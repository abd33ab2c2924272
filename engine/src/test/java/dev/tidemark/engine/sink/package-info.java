/** Sinks to the outside, under faults at every point. */
@NullMarked
package dev.tidemark.engine.sink;

import org.jspecify.annotations.NullMarked;
