package dev.tidemark.engine;

import dev.tidemark.engine.fault.FaultOptions;
import dev.tidemark.engine.fault.RestartStrategy;
import dev.tidemark.engine.state.KeyGroups;
import dev.tidemark.engine.state.StateBackend;
import dev.tidemark.engine.state.heap.HeapStateBackend;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.topology.Topology;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a topology is run.
 *
 * @param parallelism subtasks of every operator that names no other number
 * @param maxParallelism number of key groups; 0 for Flink's default, which depends on the largest parallelism
 * @param schedule how the next thing is picked
 * @param startAt processing time at the start; null for the first arrival of the traces, or the epoch
 * @param chaining whether operators joined by forward edges run in one task
 * @param keepWatermarks whether a checkpoint keeps watermarks, which Flink's does not
 * @param maxSteps where a move gives up
 * @param runtimeMode whether input is taken as it comes, or as a whole
 * @param recorded whether steps are told and kept; without, a run only counts them, and goes as fast as it can
 * @param roundTrips whether every hop between operators and every access to keyed state is a round trip through bytes
 * @param checkpoints when checkpoints are taken, and what they promise
 * @param stateBackend what keyed state lives in: the heap, unless it is said
 * @param faults what the job does about failures
 */
public record SimulationOptions(
        int parallelism,
        int maxParallelism,
        Schedule schedule,
        @Nullable Instant startAt,
        boolean chaining,
        boolean keepWatermarks,
        long maxSteps,
        RuntimeMode runtimeMode,
        boolean recorded,
        boolean roundTrips,
        CheckpointOptions checkpoints,
        StateBackend.Factory stateBackend,
        FaultOptions faults) {
    private static final int MOST_GROUPS = 32768;

    /** One subtask each, key groups as Flink has them, seed 0, chains. */
    public static final SimulationOptions DEFAULT = new SimulationOptions(
            1,
            0,
            Schedule.seeded(0),
            null,
            true,
            false,
            200_000_000L,
            RuntimeMode.STREAMING,
            true,
            false,
            CheckpointOptions.BY_HAND,
            HeapStateBackend.INSTANCE,
            FaultOptions.DEFAULT);

    public SimulationOptions {
        if (maxParallelism < 0 || maxParallelism > MOST_GROUPS) {
            throw new IllegalArgumentException("maxParallelism is " + maxParallelism + "; it must lie in [1, "
                    + MOST_GROUPS + "], or be 0 for the default");
        }
        int most = maxParallelism == 0 ? MOST_GROUPS : maxParallelism;
        if (parallelism < 1 || parallelism > most) {
            throw new IllegalArgumentException(
                    "parallelism is " + parallelism + "; it must lie in [1, maxParallelism = " + most + "]");
        }
    }

    /**
     * The same for a topology: with a number of key groups, by the largest parallelism of its operators, where none is
     * said, and with the mode that its sources allow.
     *
     * @throws IllegalArgumentException if it is to be a batch and a source may never end
     */
    public SimulationOptions resolved(Topology topology) {
        int largest = parallelism;
        for (Node node : topology.nodes()) {
            largest = Math.max(largest, node.parallelism());
        }
        SimulationOptions known = runtimeMode(runtimeMode.of(topology));
        return maxParallelism == 0 ? known.maxParallelism(KeyGroups.defaultMaxParallelism(largest)) : known;
    }

    /** Whether input is taken as it comes, or as a whole. */
    public SimulationOptions runtimeMode(RuntimeMode mode) {
        Draft draft = new Draft(this);
        draft.runtimeMode = mode;
        return draft.made();
    }

    /** Whether it is a batch; only known when {@linkplain #resolved resolved}. */
    public boolean batch() {
        return runtimeMode == RuntimeMode.BATCH;
    }

    public SimulationOptions parallelism(int subtasks) {
        Draft draft = new Draft(this);
        draft.parallelism = subtasks;
        return draft.made();
    }

    public SimulationOptions maxParallelism(int groups) {
        Draft draft = new Draft(this);
        draft.maxParallelism = groups;
        return draft.made();
    }

    /** A random schedule that this seed reproduces. */
    public SimulationOptions seed(long seed) {
        return schedule(Schedule.seeded(seed));
    }

    public SimulationOptions schedule(Schedule how) {
        Draft draft = new Draft(this);
        draft.schedule = how;
        return draft.made();
    }

    public SimulationOptions startAt(Instant processingTime) {
        Draft draft = new Draft(this);
        draft.startAt = processingTime;
        return draft.made();
    }

    /** Without chaining every operator is a task of its own, with channels between. */
    public SimulationOptions chaining(boolean wanted) {
        Draft draft = new Draft(this);
        draft.chaining = wanted;
        return draft.made();
    }

    public SimulationOptions keepWatermarks(boolean wanted) {
        Draft draft = new Draft(this);
        draft.keepWatermarks = wanted;
        return draft.made();
    }

    /** When checkpoints are taken, and what they promise; by hand unless told otherwise. In a batch there are none. */
    public SimulationOptions checkpoints(CheckpointOptions how) {
        Draft draft = new Draft(this);
        draft.checkpoints = how;
        return draft.made();
    }

    public SimulationOptions maxSteps(long steps) {
        Draft draft = new Draft(this);
        draft.maxSteps = steps;
        return draft.made();
    }

    /**
     * The same steps in the same order, but none is told: a move returns only how many there were, there is no
     * transcript, and what a sink hands to a function is not kept besides.
     */
    public SimulationOptions unrecorded() {
        Draft draft = new Draft(this);
        draft.recorded = false;
        return draft.made();
    }

    /**
     * Whether what an operator sends, also within a task, and what it stores or reads as keyed state, goes through its bytes, as on a
     * cluster. A value that does not come back equal, and an object that is changed after it was sent, stored or read, then fails at
     * that step, with the operator, the state and the component. Results are those of
     * a backend that keeps bytes, and the run is several times slower. Broadcast state and calls to the outside are not checked.
     */
    public SimulationOptions roundTrips(boolean wanted) {
        Draft draft = new Draft(this);
        draft.roundTrips = wanted;
        return draft.made();
    }

    /** What keyed state lives in; which it is changes no result. */
    public SimulationOptions stateBackend(StateBackend.Factory backend) {
        Draft draft = new Draft(this);
        draft.stateBackend = backend;
        return draft.made();
    }

    /** What the job does about failures, and what fails together. */
    public SimulationOptions faults(FaultOptions how) {
        Draft draft = new Draft(this);
        draft.faults = how;
        return draft.made();
    }

    /** Whether, and when, the job starts again after a failure; never, unless it is said. */
    public SimulationOptions restart(RestartStrategy strategy) {
        return faults(faults.restart(strategy));
    }

    /** Throws when a move that has done so many steps has to give up. */
    void requireFewer(long done) {
        if (done >= maxSteps) {
            throw new IllegalStateException("the run did " + done
                    + " steps in one move and gave up; raise maxSteps if that is what it should do");
        }
    }

    /** Options of which one is about to change. */
    private static final class Draft {
        private int parallelism;
        private int maxParallelism;
        private Schedule schedule;
        private @Nullable Instant startAt;
        private boolean chaining;
        private boolean keepWatermarks;
        private long maxSteps;
        private RuntimeMode runtimeMode;
        private boolean recorded;
        private boolean roundTrips;
        private CheckpointOptions checkpoints;
        private StateBackend.Factory stateBackend;
        private FaultOptions faults;

        Draft(SimulationOptions from) {
            parallelism = from.parallelism;
            maxParallelism = from.maxParallelism;
            schedule = from.schedule;
            startAt = from.startAt;
            chaining = from.chaining;
            keepWatermarks = from.keepWatermarks;
            maxSteps = from.maxSteps;
            runtimeMode = from.runtimeMode;
            recorded = from.recorded;
            roundTrips = from.roundTrips;
            checkpoints = from.checkpoints;
            stateBackend = from.stateBackend;
            faults = from.faults;
        }

        SimulationOptions made() {
            return new SimulationOptions(
                    parallelism,
                    maxParallelism,
                    schedule,
                    startAt,
                    chaining,
                    keepWatermarks,
                    maxSteps,
                    runtimeMode,
                    recorded,
                    roundTrips,
                    checkpoints,
                    stateBackend,
                    faults);
        }
    }
}
