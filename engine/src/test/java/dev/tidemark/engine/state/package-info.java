/** Keyed state: key groups, times to live, and what is refused. */
@NullMarked
package dev.tidemark.engine.state;

import org.jspecify.annotations.NullMarked;
