/** Keyed state on the heap. */
@NullMarked
package dev.tidemark.engine.state.heap;

import org.jspecify.annotations.NullMarked;
