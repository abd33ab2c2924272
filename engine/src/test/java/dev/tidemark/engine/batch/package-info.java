/** Runs that take their input as a whole. */
@NullMarked
package dev.tidemark.engine.batch;

import org.jspecify.annotations.NullMarked;
