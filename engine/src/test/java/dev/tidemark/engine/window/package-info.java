/** What windows keep, and when: timers, state, merging. */
@NullMarked
package dev.tidemark.engine.window;

import org.jspecify.annotations.NullMarked;
