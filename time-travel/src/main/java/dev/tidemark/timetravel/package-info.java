/**
 * A recorded run: every step back, anywhere in the run at once, and into another world.
 *
 * <p>Begin with {@link dev.tidemark.timetravel.TimeTravel}:
 *
 * <pre>{@code
 * var run = TimeTravel.start(pipeline, options -> options.parallelism(2).seed(7));
 * run.runToWatermark("2018-02-01T06:00:00Z");
 * run.back(10);
 * run.whyNotFired("strongest per net", "ci", "2018-02-01T06:00:00Z");
 * }</pre>
 */
@NullMarked
package dev.tidemark.timetravel;

import org.jspecify.annotations.NullMarked;
