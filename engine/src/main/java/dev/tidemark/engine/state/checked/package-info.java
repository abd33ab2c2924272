/**
 * State and hops that are checked: the option {@code roundTrips(true)}, under which what would fail on a cluster, or be changed behind
 * the engine's back, fails first and here.
 *
 * <p>Begin at {@link dev.tidemark.engine.state.checked.Watch}. The codecs of the edges and the backend of a subtask are wrapped; nothing
 * else knows of it:
 *
 * <pre>{@code
 * Simulation.of(pipeline, options -> options.roundTrips(true));
 * }</pre>
 */
@NullMarked
package dev.tidemark.engine.state.checked;

import org.jspecify.annotations.NullMarked;
