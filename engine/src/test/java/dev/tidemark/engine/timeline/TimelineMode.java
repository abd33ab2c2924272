package dev.tidemark.engine.timeline;

import dev.tidemark.engine.Run;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.topology.Topology;

/**
 * A way of driving a run that must not change what comes out of it.
 *
 * <p>A mode makes the run, and may trouble it after each input line; a run of its own kind can trouble itself after
 * each step.
 */
public interface TimelineMode {
    /** Just drives. */
    TimelineMode PLAIN = named("plain");

    /** What the mode does, in words. */
    String name();

    /** Whether what comes out is the same in this mode. */
    default boolean covers(Timeline timeline) {
        return true;
    }

    /** A run that has not begun. */
    default Run start(Timeline timeline, Topology topology, SimulationOptions options) {
        return Simulation.of(topology, options);
    }

    /** Called when an input line is settled, the first being 0. */
    default void afterLine(Run run, int line) {}

    /** Whether the run repeats parts of the input: only what its sinks hold in the end counts then, by key. */
    default boolean repeats() {
        return false;
    }

    /** A mode that does nothing else. */
    static TimelineMode named(String name) {
        return () -> name;
    }
}
