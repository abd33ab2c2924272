package dev.tidemark.engine;

import dev.tidemark.engine.runtime.Execution;
import dev.tidemark.engine.transcript.Transcript;

/** A run that drives a simulation in its own way: it records what that does, or has it do things twice. */
public abstract class DrivenRun extends Run {
    private final Simulation simulation;

    /** A run that begins where {@code simulation} stands. */
    protected DrivenRun(Simulation simulation) {
        this.simulation = simulation;
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
