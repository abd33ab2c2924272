package dev.tidemark.engine;

import dev.tidemark.engine.checkpoint.Snapshot;
import dev.tidemark.engine.command.Command;
import dev.tidemark.engine.command.Responses;
import dev.tidemark.engine.runtime.Execution;
import dev.tidemark.engine.runtime.FunctionFailure;
import dev.tidemark.engine.topology.Arrivals;
import dev.tidemark.engine.topology.Role;
import dev.tidemark.engine.topology.SourceInput;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.engine.transcript.Step;
import dev.tidemark.engine.transcript.Transcript;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One run of a topology over its inputs with a seed; the only thing in the engine that changes.
 *
 * <p>Law: what happens in step {@code n} depends on nothing but topology, inputs, options and the commands given before.
 */
public final class Simulation extends Run {
    private final Execution execution;

    private Simulation(Topology topology, SimulationOptions options) {
        try {
            this.execution = new Execution(topology, options, start(topology, options));
        } catch (FunctionFailure e) {
            throw new SimulationFailed(0, e);
        }
        this.execution.detailed(options.recorded());
    }

    /** A run that has not begun. */
    public static Simulation of(Pipeline pipeline) {
        return of(pipeline, options -> options);
    }

    /** A run that has not begun, with options. */
    public static Simulation of(Pipeline pipeline, UnaryOperator<SimulationOptions> options) {
        return of(pipeline.build(), options.apply(SimulationOptions.DEFAULT));
    }

    /** A run that has not begun. */
    public static Simulation of(Topology topology, SimulationOptions options) {
        return new Simulation(topology, options);
    }

    /** The first arrival of the traces, unless the options say otherwise. */
    private static long start(Topology topology, SimulationOptions options) {
        if (options.startAt() != null) {
            return options.startAt().toEpochMilli();
        }
        return topology.nodes().stream()
                .filter(node -> node.role() instanceof Role.SourceRole)
                .map(node -> ((Role.SourceRole) node.role()).input())
                .filter(SourceInput.Recorded.class::isInstance)
                .flatMap(input -> ((SourceInput.Recorded) input).arrivals().stream())
                .map(arrivals -> arrivals.from(0))
                .filter(Arrivals.Cursor::hasEvent)
                .mapToLong(Arrivals.Cursor::arrivalMillis)
                .min()
                .orElse(0);
    }

    @Override
    protected Execution execution() {
        return execution;
    }

    /** Does the next atomic thing, as {@link #step()} does; null when there is nothing to do. */
    @Override
    public @Nullable Step doStep() {
        try {
            return execution.step();
        } catch (FunctionFailure e) {
            throw new SimulationFailed(execution.steps(), e);
        }
    }

    @Override
    protected long doSteps(long most) {
        try {
            return execution.run(most);
        } catch (FunctionFailure e) {
            throw new SimulationFailed(execution.steps(), e);
        }
    }

    /** Does what a recorded command says. */
    @Override
    public @Nullable Step doCommand(Command command) {
        try {
            return execution.apply(command);
        } catch (FunctionFailure e) {
            throw new SimulationFailed(execution.steps(), e);
        }
    }

    /** Everything, at this step. */
    public Snapshot snapshot() {
        return execution.snapshot();
    }

    /** Becomes what {@code snapshot} holds. */
    public void restore(Snapshot snapshot) {
        execution.restore(snapshot);
    }

    /** Whether functions outside of the run are left alone, as in a replay. */
    public void muted(boolean muted) {
        execution.muted(muted);
    }

    /** What comes from outside is noted in {@code responses}, and comes from there where it was noted before. */
    public void recording(Responses responses) {
        execution.recording(responses);
    }

    @Override
    public Transcript transcript() {
        return execution.transcript();
    }
}
