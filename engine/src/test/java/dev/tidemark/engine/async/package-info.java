/** Calls to something outside: answers, time-outs, retries, back-pressure, recovery. */
@NullMarked
package dev.tidemark.engine.async;

import org.jspecify.annotations.NullMarked;
