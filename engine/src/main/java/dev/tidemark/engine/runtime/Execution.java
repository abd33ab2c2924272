package dev.tidemark.engine.runtime;

import dev.tidemark.engine.Emission;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.checkpoint.Checkpoint;
import dev.tidemark.engine.checkpoint.Snapshot;
import dev.tidemark.engine.command.Command;
import dev.tidemark.engine.command.Responses;
import dev.tidemark.engine.element.StreamElement;
import dev.tidemark.engine.state.StateBackend;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.time.SimulatedClock;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.engine.transcript.Happening;
import dev.tidemark.engine.transcript.Step;
import dev.tidemark.engine.transcript.Transcript;
import dev.tidemark.engine.view.RegionRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A topology that runs: the tasks, the clock, the schedule, and the one method that does the next thing. */
public final class Execution {
    private final SimulatedClock clock;
    private final Recorder recorder = new Recorder();
    private final Outputs outputs = new Outputs(recorder);
    private final Outside outside;
    private final ManualInputs inputs = new ManualInputs();
    private final Coordinator coordinator;
    private final Scheduler scheduler;
    private final KnownStates schemas = new KnownStates();
    private final StateBackend backend;
    private final Deployment deployment;
    private final Failover failover;
    private final StepLog log;
    private @Nullable String failure;
    private @Nullable Task busy;

    public Execution(Topology topology, SimulationOptions options, long startMillis) {
        this.clock = new SimulatedClock(startMillis);
        this.outside = new Outside(options.schedule().seed(), outputs);
        SimulationOptions resolved = options.resolved(topology);
        this.coordinator = new Coordinator(resolved, clock, recorder, outputs);
        this.scheduler = new Scheduler(options.schedule());
        this.backend = options.stateBackend().open();
        this.log = new StepLog(clock, recorder, outputs);
        this.deployment = new Deployment(
                new Surroundings(topology, clock, recorder, outputs, outside, inputs, coordinator, backend, schemas),
                resolved);
        this.failover = new Failover(clock, recorder, coordinator, deployment);
    }

    /** Replays touch nothing outside the run. */
    public void muted(boolean muted) {
        outputs.muted(muted);
    }

    /** What comes from outside is noted here, and comes from here where it was noted before. */
    public void recording(Responses responses) {
        outside.recording(responses);
    }

    /** Whether the effects of steps are collected. */
    public void detailed(boolean wanted) {
        recorder.detailed(wanted);
    }

    /** Gives back what state holds outside of the heap; what has come out can still be looked at. */
    public void close() {
        backend.close();
        outputs.close();
    }

    // ---- stepping

    /** Does the next atomic thing; null when there is nothing to do. */
    public @Nullable Step step() {
        recorder.telling(true);
        long before = log.steps();
        Happening happening = next();
        return log.steps() == before ? null : log.told(Objects.requireNonNull(happening));
    }

    /**
     * Does up to {@code most} steps and tells nothing of them; the same steps, in the same order.
     *
     * @return how many it did; fewer only when nothing is left to do
     */
    public long run(long most) {
        recorder.telling(false);
        long before = log.steps();
        long goal = before + most;
        long last;
        do {
            last = log.steps();
            next();
            Work turn = scheduler.turn();
            if (turn != null) {
                goOn(turn, goal);
            }
        } while (log.steps() > last && log.steps() < goal);
        return log.steps() - before;
    }

    /** The steps of a turn that is under way, as {@link #act} does each. */
    private void goOn(Work turn, long goal) {
        Task task = deployment.task(turn.task());
        long now = clock.now();
        try {
            while (busy == null && log.steps() < goal && !coordinator.isDue(now) && scheduler.goesOn(task, now)) {
                log.begin();
                turn.perform(task, coordinator, now);
                busy = task.hasPending() ? task : null;
                log.mix();
            }
        } catch (FunctionFailure e) {
            failed(e);
        }
    }

    /** One step, unless there is nothing to do; what it was, if somebody wants to know. */
    private @Nullable Happening next() {
        CommandCheck.requireRunning(failure);
        Task task = busy;
        if (task == null && failover.isDue(clock.now())) {
            return onTime(failover::restart);
        }
        if (task == null && coordinator.isDue(clock.now()) && !finished()) {
            return onTime(() -> coordinator.onTime(deployment.tasks()));
        }
        Work work = task == null ? scheduler.next(deployment.tasks(), coordinator, clock.now()) : null;
        if (task == null && work == null) {
            long next = nextClockMove();
            return next == Long.MAX_VALUE ? null : clockMoved(next, false);
        }
        Task of = task == null ? deployment.task(Objects.requireNonNull(work).task()) : task;
        return act(work, of);
    }

    /** Something about checkpoints or restarts that was due. */
    private Happening onTime(Supplier<Happening> due) {
        log.begin();
        try {
            Happening happening = due.get();
            if (happening instanceof Happening.JobFailed failed) {
                failure = failover.failed() ? null : failed.reason();
                tasksChanged();
            } else if (happening instanceof Happening.Restarted) {
                tasksChanged();
            }
            return happening;
        } catch (FunctionFailure e) {
            return failed(e);
        }
    }

    /** Does {@code work}; a timer of an advance that is under way when that is null. */
    private @Nullable Happening act(@Nullable Work work, Task task) {
        log.begin();
        try {
            Happening happening = work == null ? task.fireEventTimer() : work.perform(task, coordinator, clock.now());
            busy = task.hasPending() ? task : null;
            log.mix();
            return happening;
        } catch (FunctionFailure e) {
            return failed(e);
        }
    }

    /** A function has thrown: its region starts again, or the job has failed. */
    private Happening failed(FunctionFailure e) {
        Happening happening = new Happening.Failed(e.operator(), e.subtask(), String.valueOf(e.getMessage()));
        boolean goesOn = e.ofFunction() && failover.failed(deployment.taskOf(e.operator(), e.subtask()));
        log.mix();
        if (goesOn) {
            tasksChanged();
            return happening;
        }
        failure = e.getMessage();
        log.told(happening);
        throw e;
    }

    /** Some tasks have stopped, or are others now. */
    private void tasksChanged() {
        if (busy != null && !(deployment.tasks().contains(busy) && deployment.runs(busy))) {
            busy = null;
        }
        scheduler.endTurn();
        scheduler.lookAgain();
    }

    /** Whether {@link #step} would do something at this instant, without the clock moving. */
    public boolean readyNow() {
        long now = clock.now();
        boolean due = failover.isDue(now) || (coordinator.isDue(now) && !finished());
        return failure == null && (busy != null || due || scheduler.hasWork(deployment.tasks(), coordinator, now));
    }

    /** When the clock would move next by itself, in milliseconds; {@link Long#MAX_VALUE} for never. */
    public long nextClockMove() {
        if (finished()) {
            return Long.MAX_VALUE;
        }
        long next = Math.min(scheduler.nextMove(deployment.tasks(), clock.now()), failover.next());
        return Math.min(next, next == Long.MAX_VALUE ? coordinator.deadline() : nextCheckpoint());
    }

    /** When something is to be done about checkpoints, which alone moves the clock only on its way to somewhere. */
    public long nextCheckpoint() {
        return finished() || failure != null ? Long.MAX_VALUE : Math.max(clock.now(), coordinator.nextDue());
    }

    private Happening clockMoved(long to, boolean byHand) {
        clock.requireForward(to);
        boolean skips = byHand && nextClockMove() < to;
        log.begin();
        scheduler.endTurn();
        long from = clock.now();
        clock.moveTo(to);
        log.mix();
        return new Happening.ClockMoved(from, to, skips);
    }

    // ---- commands

    /** Does what the user asks; returns the step that it was, or null when it only put something in place. */
    public @Nullable Step apply(Command command) {
        scheduler.lookAgain();
        CommandCheck.require(command, topology(), options());
        if (command instanceof Command.Send send) {
            inputs.add(send.source(), send.partition(), send.element());
            return null;
        }
        if (command instanceof Command.Restore restore) {
            return restore(restore.checkpoint(), restore.parallelism());
        }
        CommandCheck.requireRunning(failure);
        if (command instanceof Command.MoveClock move) {
            return log.told(clockMoved(move.toMillis(), true));
        }
        if (command instanceof Command.TriggerCheckpoint) {
            failover.requireAllRunning();
            coordinator.trigger(deployment.tasks());
            return null;
        }
        return faulted(command);
    }

    /** Something is made to fail. */
    private Step faulted(Command command) {
        Faulting faulting = new Faulting(deployment, failover);
        faulting.require(command);
        log.begin();
        Happening happening = faulting.happening(command);
        failure = faulting.survives(command) ? null : faulting.failure(command);
        tasksChanged();
        recorder.mix(log.steps(), -7);
        log.mix();
        return log.told(happening);
    }

    /** What can be refused is refused before anything changes, so that the run then stands as it stood. */
    private Step restore(Checkpoint checkpoint, int parallelism) {
        Deployment.Prepared prepared = deployment.prepare(checkpoint, parallelism);
        log.begin();
        failure = null;
        deployment.take(prepared);
        failover.forget();
        tasksChanged();
        coordinator.resumedFrom(checkpoint);
        recorder.mix(checkpoint.id(), parallelism);
        log.mix();
        return log.told(new Happening.Restored(checkpoint.id()));
    }

    // ---- looking

    public Topology topology() {
        return deployment.topology();
    }

    public SimulationOptions options() {
        return deployment.options();
    }

    public long now() {
        return clock.now();
    }

    /** Steps done so far. */
    public long steps() {
        return log.steps();
    }

    /** The rolling structural digest of everything done so far. */
    public long digest() {
        return recorder.digest();
    }

    /** Why the job has failed, or null. */
    public @Nullable String failure() {
        return failure;
    }

    /** Whether every task has seen the end of its input. */
    public boolean finished() {
        return deployment.finished();
    }

    /** The tasks that run. */
    List<Task> running() {
        return deployment.running();
    }

    /** What fails and starts again together. */
    List<RegionRow> regions() {
        return failover.rows();
    }

    /** What a sink has collected. */
    public List<Emission<Object>> output(String sink) {
        return outputs.log(sink).values();
    }

    /** Inputs, outputs and late elements of all steps whose effects were collected. */
    public Transcript transcript() {
        return log.transcript();
    }

    /** Whether a watermark's advance still has timers to fire. */
    public boolean timersPending() {
        return busy != null;
    }

    /** The checkpoints that are complete, oldest first. */
    public List<Checkpoint> checkpoints() {
        return coordinator.completed().values();
    }

    /** The number of the checkpoint under way, or 0. */
    public long runningCheckpoint() {
        return coordinator.running();
    }

    // ---- snapshot

    /** Everything, at this step. */
    public Snapshot snapshot() {
        ByteSink out = new ByteSink();
        clock.snapshot(out);
        deployment.snapshot(out);
        out.writeLong(log.steps());
        out.writeLong(recorder.digest());
        out.writeString(failure == null ? "" : failure);
        out.writeVarInt(busy == null ? -1 : busy.index());
        scheduler.snapshot(out);
        coordinator.snapshot(out);
        failover.snapshot(out);
        deployment.snapshotTasks(out);
        Map<String, Object> logs = new LinkedHashMap<>();
        logs.put("outputs", outputs.mark());
        logs.put("inputs", inputs.mark());
        logs.put("checkpoints", coordinator.mark());
        logs.put("transcript", log.spoken());
        logs.put("schemas", schemas.copy());
        return new Snapshot(log.steps(), recorder.digest(), out.toBytes(), logs);
    }

    /** Becomes what {@code snapshot} holds; functions are made anew. */
    @SuppressWarnings("unchecked")
    public void restore(Snapshot snapshot) {
        ByteSource in = new ByteSource(snapshot.state());
        schemas.add((KnownStates) Objects.requireNonNull(snapshot.logs().get("schemas")));
        clock.restore(in);
        deployment.restore(in);
        long steps = in.readLong();
        long digest = in.readLong();
        String reason = in.readString();
        failure = reason.isEmpty() ? null : reason;
        int busyIndex = in.readVarInt();
        scheduler.restore(in);
        coordinator.restore(in);
        failover.restore(in);
        deployment.restoreTasks(in);
        busy = busyIndex < 0 ? null : deployment.task(busyIndex);
        outputs.restore((Outputs.Mark) Objects.requireNonNull(snapshot.logs().get("outputs")));
        inputs.restore((Map<String, AppendLog<StreamElement>>)
                Objects.requireNonNull(snapshot.logs().get("inputs")));
        coordinator.restore(
                (Coordinator.Mark) Objects.requireNonNull(snapshot.logs().get("checkpoints")));
        log.restore(
                steps, (AppendLog<Step>) Objects.requireNonNull(snapshot.logs().get("transcript")));
        recorder.digest(digest);
    }
}
