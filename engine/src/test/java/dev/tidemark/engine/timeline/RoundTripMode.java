package dev.tidemark.engine.timeline;

import dev.tidemark.engine.Run;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.topology.Topology;

/** Every hop and every access to state goes through bytes. */
public final class RoundTripMode implements TimelineMode {
    @Override
    public String name() {
        return "round trips";
    }

    @Override
    public Run start(Timeline timeline, Topology topology, SimulationOptions options) {
        return Simulation.of(topology, options.roundTrips(true));
    }
}
