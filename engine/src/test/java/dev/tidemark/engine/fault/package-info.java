/** Failures, restarts and what they leave as it was. */
@NullMarked
package dev.tidemark.engine.fault;

import org.jspecify.annotations.NullMarked;
