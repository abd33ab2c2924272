/**
 * What drops elements of a window when it fires. Begin with {@link dev.tidemark.engine.evictor.Evictor}.
 *
 * <pre>{@code
 * readings.keyBy(Reading::sensor)
 *         .window(GlobalWindows.create())
 *         .trigger(CountTrigger.of(1))
 *         .evictor(TimeEvictor.of(Duration.ofMinutes(10)))   // at each reading: those of the last ten minutes
 *         .process(new Median());
 * }</pre>
 */
@NullMarked
package dev.tidemark.engine.evictor;

import org.jspecify.annotations.NullMarked;
