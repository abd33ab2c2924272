package dev.tidemark.timetravel;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.topology.Topology;
import java.util.function.UnaryOperator;

/** Starts recorded runs. */
public final class TimeTravel {
    private TimeTravel() {}

    /** A recorded run that has not begun. */
    public static RecordedRun start(Pipeline pipeline) {
        return start(pipeline, options -> options);
    }

    /** A recorded run that has not begun, with options. */
    public static RecordedRun start(Pipeline pipeline, UnaryOperator<SimulationOptions> options) {
        return start(pipeline.build(), options.apply(SimulationOptions.DEFAULT));
    }

    /** A recorded run that has not begun. */
    public static RecordedRun start(Topology topology, SimulationOptions options) {
        return new RecordedRun(Simulation.of(topology, options), topology, options);
    }
}
