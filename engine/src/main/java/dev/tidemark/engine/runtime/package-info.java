/**
 * How a topology runs: tasks, channels, one scheduler, one thread. Internal. Begin with {@link dev.tidemark.engine.runtime.Execution}.
 */
@NullMarked
package dev.tidemark.engine.runtime;

import org.jspecify.annotations.NullMarked;
