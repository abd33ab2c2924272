package dev.tidemark.engine;

import dev.tidemark.engine.command.Command;
import dev.tidemark.engine.runtime.Execution;
import dev.tidemark.engine.transcript.Transcript;

/** A run that drives a simulation in its own way: it records what that does, or has it do things twice. */
public abstract class DrivenRun extends Run {
    private final Simulation simulation;

    /** A run that begins where {@code simulation} stands. */
    protected DrivenRun(Simulation simulation) {
        this.simulation = simulation;
    }

    /** Moves the clock on to a time, doing all that becomes due before it, and nothing that is ready then; a job that fails stops it. */
    protected final void clockTo(long millis) {
        for (long done = 0; execution().now() < millis && execution().failure() == null; done++) {
            betweenSteps(done);
            boolean moves = execution().readyNow() || execution().nextClockMove() <= millis;
            if (!moves || doStep() == null) {
                doCommand(new Command.MoveClock(Math.min(millis, execution().nextCheckpoint())));
            }
        }
    }

    /** What is driven. */
    protected final Simulation simulation() {
        return simulation;
    }

    @Override
    protected final Execution execution() {
        return simulation.execution();
    }

    @Override
    public Transcript transcript() {
        return simulation.transcript();
    }
}
