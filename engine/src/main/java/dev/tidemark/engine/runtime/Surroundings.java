package dev.tidemark.engine.runtime;

import dev.tidemark.engine.state.StateBackend;
import dev.tidemark.engine.time.SimulatedClock;
import dev.tidemark.engine.topology.Topology;

/**
 * What all tasks of a run share, from one start of the job to the next.
 *
 * @param schemas what is known of the operators' states
 */
record Surroundings(
        Topology topology,
        SimulatedClock clock,
        Recorder recorder,
        Outputs outputs,
        Outside outside,
        ManualInputs inputs,
        Coordinator coordinator,
        StateBackend backend,
        KnownStates schemas) {}
