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
import dev.tidemark.engine.transcript.TranscriptLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A topology that runs: the tasks, the clock, the schedule, and the one method that does the next thing. */
public final class Execution {
    private final Topology topology;
    private final SimulatedClock clock;
    private final Recorder recorder = new Recorder();
    private final Outputs outputs = new Outputs(recorder);
    private final Outside outside;
    private final ManualInputs inputs = new ManualInputs();
    private final Coordinator coordinator;
    private final Scheduler scheduler;
    private final KnownStates schemas = new KnownStates();
    private final StateBackend backend;
    private SimulationOptions options;
    private Wiring wiring;
    private long startMillis;
    private long steps;
    private @Nullable String failure;
    private @Nullable Task busy;
    private AppendLog<Step> spoken = AppendLog.empty();

    public Execution(Topology topology, SimulationOptions options, long startMillis) {
        this.topology = topology;
        this.options = options.resolved(topology);
        this.startMillis = startMillis;
        this.clock = new SimulatedClock(startMillis);
        this.outside = new Outside(options.schedule().seed(), outputs);
        this.coordinator = new Coordinator(this.options, clock, recorder, outputs);
        this.scheduler = new Scheduler(options.schedule());
        this.backend = options.stateBackend().open();
        this.wiring = wire(this.options, startMillis);
    }

    private Wiring wire(SimulationOptions how, long start) {
        return new Wiring(
                topology, how, start, clock, recorder, outputs, outside, inputs, coordinator, backend, schemas);
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
        long before = steps;
        Happening happening = next();
        return steps == before ? null : told(Objects.requireNonNull(happening));
    }

    /**
     * Does up to {@code most} steps and tells nothing of them; the same steps, in the same order.
     *
     * @return how many it did; fewer only when nothing is left to do
     */
    public long run(long most) {
        recorder.telling(false);
        long before = steps;
        long goal = before + most;
        long last;
        do {
            last = steps;
            next();
            Work turn = scheduler.turn();
            if (turn != null) {
                goOn(turn, goal);
            }
        } while (steps > last && steps < goal);
        return steps - before;
    }

    /** The steps of a turn that is under way, as {@link #act} does each. */
    private void goOn(Work turn, long goal) {
        Task task = wiring.task(turn.task());
        long now = clock.now();
        try {
            while (busy == null && steps < goal && !coordinator.isDue(now) && scheduler.goesOn(task, now)) {
                begin();
                turn.perform(task, coordinator, now);
                busy = task.hasPending() ? task : null;
                recorder.mix(steps, now);
            }
        } catch (FunctionFailure e) {
            throw failed(e);
        }
    }

    /** One step, unless there is nothing to do; what it was, if somebody wants to know. */
    private @Nullable Happening next() {
        CommandCheck.requireRunning(failure);
        Task task = busy;
        if (task == null && coordinator.isDue(clock.now()) && !finished()) {
            return checkpointsOnTime();
        }
        Work work = task == null ? scheduler.next(wiring.tasks(), coordinator, clock.now()) : null;
        if (task == null && work == null) {
            long next = nextClockMove();
            return next == Long.MAX_VALUE ? null : clockMoved(next, false);
        }
        return act(work, task == null ? wiring.task(Objects.requireNonNull(work).task()) : task);
    }

    private Happening checkpointsOnTime() {
        begin();
        Happening happening = coordinator.onTime(wiring.tasks());
        if (happening instanceof Happening.JobFailed failed) {
            failure = failed.reason();
            coordinator.stop();
        }
        return happening;
    }

    /** Does {@code work}; a timer of an advance that is under way when that is null. */
    private @Nullable Happening act(@Nullable Work work, Task task) {
        begin();
        try {
            Happening happening = work == null ? task.fireEventTimer() : work.perform(task, coordinator, clock.now());
            busy = task.hasPending() ? task : null;
            recorder.mix(steps, clock.now());
            return happening;
        } catch (FunctionFailure e) {
            throw failed(e);
        }
    }

    private FunctionFailure failed(FunctionFailure e) {
        failure = e.getMessage();
        recorder.mix(steps, clock.now());
        told(new Happening.Failed(e.operator(), e.subtask(), String.valueOf(e.getMessage())));
        return e;
    }

    /** Whether {@link #step} would do something at this instant, without the clock moving. */
    public boolean readyNow() {
        boolean due = coordinator.isDue(clock.now()) && !finished();
        return failure == null && (busy != null || due || scheduler.hasWork(wiring.tasks(), coordinator, clock.now()));
    }

    private void begin() {
        steps++;
        outputs.step(steps);
        recorder.begin();
    }

    private Step end(Happening happening) {
        recorder.mix(steps, clock.now());
        return told(happening);
    }

    private Step told(Happening happening) {
        Step step = new Step(steps, clock.now(), happening, recorder.effects());
        if (recorder.detailed() && TranscriptLine.isSpokenOf(step)) {
            spoken = spoken.append(TranscriptLine.spoken(step));
        }
        return step;
    }

    /** When the clock would move next by itself, in milliseconds; {@link Long#MAX_VALUE} for never. */
    public long nextClockMove() {
        if (finished()) {
            return Long.MAX_VALUE;
        }
        long next = scheduler.nextMove(wiring.tasks(), clock.now());
        return Math.min(next, next == Long.MAX_VALUE ? coordinator.deadline() : nextCheckpoint());
    }

    /** When something is to be done about checkpoints, which alone moves the clock only on its way to somewhere. */
    public long nextCheckpoint() {
        return finished() || failure != null ? Long.MAX_VALUE : Math.max(clock.now(), coordinator.nextDue());
    }

    private Happening clockMoved(long to, boolean byHand) {
        clock.requireForward(to);
        boolean skips = byHand && nextClockMove() < to;
        begin();
        scheduler.endTurn();
        long from = clock.now();
        clock.moveTo(to);
        recorder.mix(steps, to);
        return new Happening.ClockMoved(from, to, skips);
    }

    // ---- commands

    /** Does what the user asks; returns the step that it was, or null when it only put something in place. */
    public @Nullable Step apply(Command command) {
        scheduler.lookAgain();
        CommandCheck.require(command, topology, options);
        if (command instanceof Command.Send send) {
            inputs.add(send.source(), send.partition(), send.element());
            return null;
        }
        if (command instanceof Command.Restore restore) {
            return restore(restore.checkpoint(), restore.parallelism());
        }
        CommandCheck.requireRunning(failure);
        if (command instanceof Command.MoveClock move) {
            return told(clockMoved(move.toMillis(), true));
        }
        if (command instanceof Command.TriggerCheckpoint) {
            coordinator.trigger(wiring.tasks());
            return null;
        }
        return fail((Command.Fail) command);
    }

    private Step fail(Command.Fail fail) {
        begin();
        failure = "operator '" + fail.operator() + "', subtask " + fail.subtask() + ", was made to fail";
        coordinator.stop();
        recorder.mix(fail.subtask(), -7);
        return end(new Happening.Failed(fail.operator(), fail.subtask(), "made to fail"));
    }

    /** What can be refused is refused before anything changes, so that the run then stands as it stood. */
    private Step restore(Checkpoint checkpoint, int parallelism) {
        SimulationOptions restored = options.parallelism(parallelism);
        CheckpointRestore restore = new CheckpointRestore(checkpoint, topology, restored);
        Wiring rewired = wire(restored, clock.now());
        restore.into(rewired.tasks());
        begin();
        failure = null;
        busy = null;
        options = restored;
        scheduler.endTurn();
        startMillis = clock.now();
        wiring.discard();
        wiring = rewired;
        scheduler.lookAgain();
        outputs.beginAttempt(restore.cutBack(outputs));
        coordinator.resumedFrom(checkpoint);
        recorder.mix(checkpoint.id(), parallelism);
        return end(new Happening.Restored(checkpoint.id()));
    }

    // ---- looking

    public Topology topology() {
        return topology;
    }

    public SimulationOptions options() {
        return options;
    }

    public long now() {
        return clock.now();
    }

    /** Steps done so far. */
    public long steps() {
        return steps;
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
        return wiring.finished();
    }

    List<Task> tasks() {
        return wiring.tasks();
    }

    List<Channel> channels() {
        return wiring.channels();
    }

    /** What a sink has collected. */
    public List<Emission<Object>> output(String sink) {
        return outputs.log(sink).values();
    }

    /** Inputs, outputs and late elements of all steps whose effects were collected. */
    public Transcript transcript() {
        return Transcript.of(spoken.values());
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
        out.writeVarInt(options.parallelism());
        out.writeLong(startMillis);
        out.writeLong(steps);
        out.writeLong(recorder.digest());
        out.writeBoolean(failure != null);
        out.writeString(failure == null ? "" : failure);
        out.writeVarInt(busy == null ? -1 : busy.index());
        clock.snapshot(out);
        scheduler.snapshot(out);
        coordinator.snapshot(out);
        wiring.channels().forEach(channel -> channel.snapshot(out));
        wiring.tasks().forEach(task -> task.snapshot(out));
        Map<String, Object> logs = new LinkedHashMap<>();
        logs.put("outputs", outputs.mark());
        logs.put("inputs", inputs.mark());
        logs.put("checkpoints", coordinator.completed());
        logs.put("transcript", spoken);
        logs.put("schemas", schemas.copy());
        return new Snapshot(steps, recorder.digest(), out.toBytes(), logs);
    }

    /** Becomes what {@code snapshot} holds; functions are made anew. */
    @SuppressWarnings("unchecked")
    public void restore(Snapshot snapshot) {
        ByteSource in = new ByteSource(snapshot.state());
        options = options.parallelism(in.readVarInt());
        startMillis = in.readLong();
        steps = in.readLong();
        long digest = in.readLong();
        boolean failed = in.readBoolean();
        String reason = in.readString();
        failure = failed ? reason : null;
        int busyIndex = in.readVarInt();
        clock.restore(in);
        schemas.add((KnownStates) Objects.requireNonNull(snapshot.logs().get("schemas")));
        wiring.discard();
        wiring = wire(options, startMillis);
        scheduler.restore(in);
        coordinator.restore(in);
        wiring.channels().forEach(channel -> channel.restore(in));
        wiring.tasks().forEach(task -> task.restore(in));
        busy = busyIndex < 0 ? null : wiring.tasks().get(busyIndex);
        outputs.restore((Outputs.Mark) Objects.requireNonNull(snapshot.logs().get("outputs")));
        inputs.restore((Map<String, AppendLog<StreamElement>>)
                Objects.requireNonNull(snapshot.logs().get("inputs")));
        coordinator.completed(
                (AppendLog<Checkpoint>) Objects.requireNonNull(snapshot.logs().get("checkpoints")));
        spoken = (AppendLog<Step>) Objects.requireNonNull(snapshot.logs().get("transcript"));
        recorder.digest(digest);
    }
}
