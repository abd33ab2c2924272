/** A function of a key that sets a timer with each event. */
@NullMarked
package dev.tidemark.benchmarks.timers;

import org.jspecify.annotations.NullMarked;
