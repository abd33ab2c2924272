/** Counts and sums of a key's events in windows: tumbling, sliding, by session. */
@NullMarked
package dev.tidemark.benchmarks.window;

import org.jspecify.annotations.NullMarked;
