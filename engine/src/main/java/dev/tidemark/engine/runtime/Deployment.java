package dev.tidemark.engine.runtime;

import dev.tidemark.engine.Emission;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.checkpoint.Checkpoint;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.time.SimulatedClock;
import dev.tidemark.engine.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tasks of a job as they run at present, and how they are made anew: all of them, or those that have failed. */
final class Deployment {
    private final Topology topology;
    private final SimulatedClock clock;
    private final Outputs outputs;
    private final Surroundings shared;
    private SimulationOptions options;
    private Starts starts;
    private Wiring wiring;
    private Regions regions;

    Deployment(Surroundings shared, SimulationOptions options) {
        this.shared = shared;
        this.topology = shared.topology();
        this.clock = shared.clock();
        this.outputs = shared.outputs();
        this.options = options;
        this.starts = Starts.at(clock.now());
        this.wiring = new Wiring(shared, options, starts);
        this.regions = new Regions(wiring.tasks());
    }

    Topology topology() {
        return topology;
    }

    SimulationOptions options() {
        return options;
    }

    /** Every task, by index; some may wait for their restart. */
    List<Task> tasks() {
        return wiring.tasks();
    }

    Task task(int index) {
        return wiring.task(index);
    }

    /** The tasks that run. */
    List<Task> running() {
        List<Task> running = new ArrayList<>();
        for (Task task : wiring.tasks()) {
            if (starts.runs(task.index())) {
                running.add(task);
            }
        }
        return running;
    }

    boolean runs(Task task) {
        return starts.runs(task.index());
    }

    Regions regions() {
        return regions;
    }

    /** Whether every task has seen the end of its input. */
    boolean finished() {
        return wiring.finished();
    }

    /** The task in which a subtask of an operator runs, or ran; there is one. */
    Task taskOf(String operator, int subtask) {
        for (Task task : wiring.tasks()) {
            for (OperatorSubtask each : task.chain()) {
                if (each.subtask() == subtask && each.name().equals(operator)) {
                    return task;
                }
            }
        }
        throw new IllegalArgumentException("there is no subtask " + subtask + " of operator '" + operator + "'");
    }

    // ---- by hand

    /** What a checkpoint makes of the job, before it is put in place. */
    record Prepared(Checkpoint checkpoint, CheckpointRestore restore, SimulationOptions options, Wiring wiring) {}

    /** Refuses what can't be done, before anything changes. */
    Prepared prepare(Checkpoint checkpoint, int parallelism) {
        SimulationOptions how = options.parallelism(parallelism);
        CheckpointRestore restore = new CheckpointRestore(checkpoint, topology, how);
        Wiring made = new Wiring(shared, how, Starts.at(clock.now()));
        restore.into(made.tasks());
        return new Prepared(checkpoint, restore, how, made);
    }

    void take(Prepared prepared) {
        options = prepared.options();
        takeAll(prepared.wiring());
        outputs.beginAttempt(prepared.restore().cutBack(outputs));
    }

    private void takeAll(Wiring made) {
        starts = Starts.at(clock.now());
        wiring.discard();
        wiring = made;
        regions = new Regions(made.tasks());
    }

    // ---- after failures

    /** These tasks have failed, or were stopped because others have: what they held is lost. */
    void stop(boolean[] which) {
        starts = starts.stopped(which);
        for (Task task : wiring.tasks()) {
            if (which[task.index()]) {
                task.stop();
            }
        }
    }

    /**
     * Makes these tasks anew, as they were in a checkpoint; null for the beginning.
     *
     * @param own whether it was taken since the job was last started as a whole
     */
    void restart(boolean[] which, @Nullable Checkpoint from, boolean own) {
        boolean whole = true;
        for (boolean each : which) {
            whole &= each;
        }
        Wiring made = new Wiring(shared, options, whole ? Starts.at(clock.now()) : starts.only(which, clock.now()));
        List<Task> again =
                made.tasks().stream().filter(task -> which[task.index()]).toList();
        if (from != null) {
            new CheckpointRestore(from, topology, options).into(again);
        }
        SinksAgain sinks = new SinksAgain(topology, again, own ? from : null);
        Map<String, AppendLog<Emission<Object>>> kept = sinks.cutBack(outputs);
        if (whole) {
            takeAll(made);
            outputs.beginAttempt(kept);
        } else {
            sinks.resume();
            starts = starts.started(which, clock.now());
            wiring.replace(again, made);
            outputs.keep(kept);
        }
    }

    // ---- snapshot

    void snapshot(ByteSink out) {
        out.writeVarInt(options.parallelism());
        starts.write(out);
    }

    /** Makes the tasks; what they hold is read later. */
    void restore(ByteSource in) {
        options = options.parallelism(in.readVarInt());
        starts = Starts.read(in);
        wiring.discard();
        wiring = new Wiring(shared, options, starts);
        regions = new Regions(wiring.tasks());
    }

    /** What the tasks hold, and the channels between them. */
    void snapshotTasks(ByteSink out) {
        List<Task> running = running();
        running.forEach(task -> task.inputs().forEach(channel -> channel.snapshot(out)));
        running.forEach(task -> task.snapshot(out));
    }

    void restoreTasks(ByteSource in) {
        List<Task> running = running();
        running.forEach(task -> task.inputs().forEach(channel -> channel.restore(in)));
        running.forEach(task -> task.restore(in));
    }
}
