/**
 * Faults as values: what goes wrong in a run, and what the job does about it. Begin with {@link dev.tidemark.engine.fault.FaultOptions}.
 *
 * <pre>{@code
 * var run = Simulation.of(pipeline, options -> options
 *         .checkpoints(CheckpointOptions.every(Duration.ofSeconds(10)))
 *         .restart(RestartStrategy.fixedDelay(3, Duration.ofSeconds(5))));
 * run.advanceProcessingTime(Duration.ofSeconds(12));
 * run.fail("sum", 0);
 * run.runToEnd();
 * }</pre>
 */
@NullMarked
package dev.tidemark.engine.fault;

import org.jspecify.annotations.NullMarked;
