package dev.tidemark.propertytests.run;

import dev.tidemark.engine.Run;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.command.Command;
import dev.tidemark.engine.runtime.Execution;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.engine.transcript.Step;
import dev.tidemark.engine.transcript.Transcript;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run that is disturbed between its steps, and watched; nothing reaches the world outside. */
final class AttackedRun extends Run {
    private final Execution execution;
    private final Watch watch;
    private Disturbance disturbance = Disturbance.NONE;

    AttackedRun(Topology topology, SimulationOptions options, long startMillis, Watch watch) {
        this.execution = new Execution(topology, options, startMillis);
        this.execution.detailed(true);
        this.execution.muted(true);
        this.watch = watch;
    }

    /** From now on the run is disturbed. */
    void disturb(Disturbance by) {
        this.disturbance = by;
    }

    @Override
    protected Execution execution() {
        return execution;
    }

    @Override
    protected @Nullable Step doStep() {
        List<Step> disturbed = disturbance.before(execution);
        if (!disturbed.isEmpty()) {
            watch.restarted();
            return disturbed.get(disturbed.size() - 1);
        }
        Step step = execution.step();
        if (step != null) {
            watch.see(step);
        }
        return step;
    }

    @Override
    protected @Nullable Step doCommand(Command command) {
        return execution.apply(command);
    }

    @Override
    public Transcript transcript() {
        return execution.transcript();
    }
}
