package dev.tidemark.engine.timeline;

import dev.tidemark.engine.DrivenRun;
import dev.tidemark.engine.Run;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.command.Command;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.engine.transcript.Step;
import org.jspecify.annotations.Nullable;

/** After every step: takes a snapshot, and goes on in a run that is restored from it. */
public final class SnapshotMode implements TimelineMode {
    @Override
    public String name() {
        return "snapshot and restore after every step";
    }

    @Override
    public Run start(Timeline timeline, Topology topology, SimulationOptions options) {
        return new Snapshotting(Simulation.of(topology, options));
    }

    private static final class Snapshotting extends DrivenRun {
        Snapshotting(Simulation simulation) {
            super(simulation);
        }

        @Override
        protected @Nullable Step doStep() {
            Step step = simulation().doStep();
            if (step != null) {
                simulation().restore(simulation().snapshot());
            }
            return step;
        }

        @Override
        protected @Nullable Step doCommand(Command command) {
            Step step = simulation().doCommand(command);
            simulation().restore(simulation().snapshot());
            return step;
        }
    }
}
