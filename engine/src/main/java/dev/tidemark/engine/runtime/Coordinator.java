package dev.tidemark.engine.runtime;

import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.checkpoint.Checkpoint;
import dev.tidemark.engine.checkpoint.CheckpointStorage;
import dev.tidemark.engine.checkpoint.StateTypes;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.time.SimulatedClock;
import dev.tidemark.engine.time.Times;
import dev.tidemark.engine.transcript.Effect;
import dev.tidemark.engine.transcript.Happening;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Starts checkpoints, by hand and when they are due, gathers what the tasks store, and knows which are complete.
 *
 * <p>A barrier that a source was told to inject is injected, also when its checkpoint has been given up in the meantime: some channels
 * wait for it. Source: Flink's {@code CheckpointCoordinator}.
 */
final class Coordinator {
    private final SimulationOptions options;
    private final SimulatedClock clock;
    private final Recorder recorder;
    private final Outputs outputs;
    private final CheckpointTimes times;
    private final Notices notices;
    private final Map<String, StateTypes> known = new LinkedHashMap<>();
    private AppendLog<Checkpoint> completed = AppendLog.empty();
    private AppendLog<Checkpoint> started = AppendLog.empty();
    private boolean takenSinceStart;
    private @Nullable PendingCheckpoint pending;
    private boolean[] owed = {};
    private long last;
    private long stored;
    private List<Task> ended = List.of();

    /** @param options as they are for the topology */
    Coordinator(SimulationOptions options, SimulatedClock clock, Recorder recorder, Outputs outputs) {
        this.options = options;
        this.clock = clock;
        this.recorder = recorder;
        this.outputs = outputs;
        this.times = new CheckpointTimes(options.checkpoints(), options.batch());
        times.start(clock.now(), false);
        this.notices = new Notices(options.batch());
    }

    /** Whether a channel that brought a barrier waits for the others. */
    boolean aligns() {
        return options.checkpoints().exactlyOnce();
    }

    /** The number of the checkpoint that is under way, or 0. */
    long running() {
        return pending == null ? 0 : pending.id();
    }

    // ---- on time

    /** Whether something is to be done about checkpoints at this instant. */
    boolean isDue(long now) {
        return times.next() <= now;
    }

    /** When something will have to be done: a checkpoint is due, or one takes too long. */
    long nextDue() {
        return times.next();
    }

    /** When the checkpoint under way takes too long; {@link Long#MAX_VALUE} when there is none. */
    long deadline() {
        return times.deadline();
    }

    /** Does what {@link #isDue} has found; a {@link Happening.JobFailed} when the job fails for it. */
    Happening onTime(List<Task> all) {
        long now = clock.now();
        recorder.mix(last, now);
        if (times.deadline() <= now) {
            return expire();
        }
        times.request(now);
        if (pending != null) {
            return new Happening.CheckpointDue(0, pending.id(), 0);
        }
        if (!times.meets(now)) {
            return new Happening.CheckpointDue(0, 0, times.nextTrigger());
        }
        trigger(all);
        return new Happening.CheckpointDue(last, 0, 0);
    }

    private Happening expire() {
        long given = running();
        pending = null;
        String why = "it took longer than " + Times.text(options.checkpoints().timeout());
        if (!times.failed()) {
            return new Happening.CheckpointGivenUp(given, why);
        }
        return new Happening.JobFailed("checkpoint " + given + " was given up, " + why + ", and "
                + (options.checkpoints().tolerableFailures() == 0
                        ? "no failure is tolerated"
                        : "more than " + options.checkpoints().tolerableFailures()
                                + " such failures in a row are not tolerated"));
    }

    /** Starts a checkpoint: sources inject its barrier, tasks that have finished store their state at once. */
    long trigger(List<Task> all) {
        if (pending != null) {
            throw new IllegalStateException("checkpoint " + pending.id()
                    + " is still under way; step until it is complete, then take the next");
        }
        last++;
        pending = new PendingCheckpoint(last, clock.now(), all.size());
        times.began(clock.now());
        owed = new boolean[all.size()];
        for (Task task : all) {
            owed[task.index()] = task.reader() != null;
        }
        for (Task task : all) {
            if (task.finished()) {
                finished(task);
            }
        }
        return last;
    }

    /** Whether this source has yet to inject the barrier. */
    boolean wantsBarrier(Task task) {
        return task.index() < owed.length && owed[task.index()] && task.takesBarrier();
    }

    /** The checkpoint whose barrier a source now injects. */
    long injects(Task task) {
        owed[task.index()] = false;
        return last;
    }

    /** What sinks are told. */
    Notices notices() {
        return notices;
    }

    /** Whether everything is over but for a last checkpoint, with which sinks commit. */
    boolean wantsFinal(List<Task> all) {
        ended = all;
        return pending == null && notices.lackFinal(all);
    }

    /** Takes the last checkpoint. */
    Happening takeFinal() {
        recorder.mix(last, clock.now());
        return new Happening.CheckpointDue(trigger(ended), 0, 0);
    }

    /** A task that is over stores its state for the checkpoint under way: no barrier comes through it any more. */
    void finished(Task task) {
        Notices.end(task);
        if (task.index() < owed.length) {
            owed[task.index()] = false;
        }
        if (pending != null) {
            acknowledge(pending.id(), task);
        }
    }

    /** A task stores its state; for a checkpoint that was given up that counts for nothing. */
    void acknowledge(long checkpoint, Task task) {
        Notices.barrier(task, checkpoint);
        PendingCheckpoint current = pending;
        if (current != null && checkpoint == current.id() && current.acknowledge(task)) {
            Checkpoint whole = current.complete(outputs.step(), outputs.attempt(), options.maxParallelism(), known);
            store(whole, task.head());
            completed = completed.append(whole);
            notices.completed(checkpoint);
            recorder.mix(checkpoint, whole.operators().size());
            if (recorder.detailed()) {
                recorder.add(new Effect.CheckpointCompleted("", checkpoint));
            }
            pending = null;
            takenSinceStart = true;
            times.completed(clock.now());
        }
    }

    /** Keeps a checkpoint beyond the run, once and not in a replay. */
    private void store(Checkpoint whole, OperatorSubtask last) {
        CheckpointStorage storage = options.checkpoints().storage();
        if (storage == null || outputs.muted() || whole.id() <= stored) {
            return;
        }
        try {
            storage.store(whole);
            stored = whole.id();
        } catch (RuntimeException e) {
            throw new FunctionFailure(
                    last.name(), last.subtask(), null, "when checkpoint " + whole.id() + " was stored", e);
        }
    }

    /** The job has failed: the checkpoint under way is given up, and none is due until the job starts again. */
    void stop() {
        pending = null;
        owed = new boolean[0];
        times.stop();
    }

    /** Some tasks have failed: the checkpoint under way is given up, and none is due until all run again. Its number, or 0. */
    long interrupted(boolean[] tasks) {
        long given = running();
        pending = null;
        for (int i = 0; i < owed.length; i++) {
            owed[i] = owed[i] && !tasks[i];
        }
        times.stop();
        return given;
    }

    /** All tasks run again. */
    void goesOn() {
        times.start(clock.now(), true);
    }

    /** What the job starts again from: the last checkpoint that is complete, or else the one it was started from; null for the beginning. */
    @Nullable
    Checkpoint latest() {
        AppendLog<Checkpoint> known = takenSinceStart ? completed : started;
        return known.size() == 0 ? null : known.get(known.size() - 1);
    }

    /** Whether {@link #latest} was taken since the job was last started as a whole. */
    boolean takenSinceStart() {
        return takenSinceStart;
    }

    AppendLog<Checkpoint> completed() {
        return completed;
    }

    /** The checkpoints that are complete, and those that the job was started from. */
    record Mark(AppendLog<Checkpoint> completed, AppendLog<Checkpoint> started) {}

    Mark mark() {
        return new Mark(completed, started);
    }

    void restore(Mark mark) {
        completed = mark.completed();
        started = mark.started();
    }

    /** The job starts again as a whole. */
    void startedFrom(@Nullable Checkpoint checkpoint) {
        if (checkpoint == null) {
            stop();
            goesOn();
        } else {
            resumedFrom(checkpoint);
        }
    }

    /** The job starts from a checkpoint: numbers go on behind it, and what nobody asks for keeps the types that it had there. */
    void resumedFrom(Checkpoint checkpoint) {
        stop();
        goesOn();
        started = started.append(checkpoint);
        takenSinceStart = false;
        last = Math.max(last, checkpoint.id());
        notices.completed(checkpoint.id());
        known.clear();
        checkpoint.operators().forEach(state -> known.put(state.uid(), state.types()));
    }

    void snapshot(ByteSink out) {
        out.writeLong(last);
        out.writeBoolean(takenSinceStart);
        times.snapshot(out);
        notices.snapshot(out);
        out.writeLength(owed.length);
        for (boolean each : owed) {
            out.writeBoolean(each);
        }
        out.writeLength(known.size());
        known.forEach((uid, types) -> {
            out.writeString(uid);
            types.write(out);
        });
        out.writeBoolean(pending != null);
        if (pending != null) {
            pending.snapshot(out);
        }
    }

    void restore(ByteSource in) {
        last = in.readLong();
        takenSinceStart = in.readBoolean();
        times.restore(in);
        notices.restore(in);
        owed = new boolean[in.readLength()];
        for (int i = 0; i < owed.length; i++) {
            owed[i] = in.readBoolean();
        }
        known.clear();
        for (int left = in.readLength(); left > 0; left--) {
            known.put(in.readString(), StateTypes.read(in));
        }
        pending = in.readBoolean() ? PendingCheckpoint.restored(in) : null;
    }
}
