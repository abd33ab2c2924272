/**
 * Windows: assigners, the windows themselves, merging, lateness and the window operator. Begin with {@link dev.tidemark.engine.window.WindowOperator}.
 */
@NullMarked
package dev.tidemark.engine.window;

import org.jspecify.annotations.NullMarked;
