package dev.tidemark.engine.runtime;

import dev.tidemark.engine.checkpoint.Checkpoint;
import dev.tidemark.engine.checkpoint.OperatorState;
import dev.tidemark.engine.checkpoint.StateTypes;
import dev.tidemark.engine.operator.KeyedStore;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.transcript.Effect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Starts checkpoints, gathers what the tasks store, and knows which are complete. */
final class Coordinator {
    private final int maxParallelism;
    private final Recorder recorder;
    private final Outputs outputs;
    private final List<Acknowledged> acknowledged = new ArrayList<>();
    private final Map<String, StateTypes> known = new LinkedHashMap<>();
    private AppendLog<Checkpoint> completed = AppendLog.empty();
    private boolean[] tasks = {};
    private long last;
    private long running;
    private long now;

    /** What one operator subtask stored. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Acknowledged(
            StateTypes types,
            String uid,
            int subtask,
            byte[] state,
            SortedMap<Integer, byte[]> keyGroups,
            long watermark,
            byte[] progress) {}

    Coordinator(int maxParallelism, Recorder recorder, Outputs outputs) {
        this.maxParallelism = maxParallelism;
        this.recorder = recorder;
        this.outputs = outputs;
    }

    /** The number of the checkpoint that is under way, or 0. */
    long running() {
        return running;
    }

    /** Starts a checkpoint: sources inject its barrier, tasks that have finished store their state at once. */
    long trigger(List<Task> all, long clockMillis) {
        if (running != 0) {
            throw new IllegalStateException(
                    "checkpoint " + running + " is still under way; step until it is complete, then take the next");
        }
        running = ++last;
        now = clockMillis;
        acknowledged.clear();
        tasks = new boolean[all.size()];
        for (Task task : all) {
            if (task.finished()) {
                acknowledge(running, task);
            }
        }
        return last;
    }

    /** Whether this source has yet to inject the barrier. */
    boolean wantsBarrier(Task task) {
        return running != 0 && task.takesBarrier() && !tasks[task.index()];
    }

    /** A task that is over stores its state for the checkpoint under way: no barrier comes through it any more. */
    void finished(Task task) {
        if (running != 0) {
            acknowledge(running, task);
        }
    }

    void acknowledge(long checkpoint, Task task) {
        if (checkpoint != running || tasks[task.index()]) {
            return;
        }
        tasks[task.index()] = true;
        for (OperatorSubtask operator : task.chain()) {
            ByteSink state = new ByteSink();
            SourceReader reader = operator == task.head() ? task.reader() : null;
            if (reader == null) {
                OwnState.write(operator, state);
            } else {
                state.writeLength(reader.partitions().size());
                for (SourcePartition partition : reader.partitions()) {
                    state.writeString(partition.name());
                    state.writeVarInt(partition.position());
                    ByteSink watermark = new ByteSink();
                    partition.watermark().snapshot(watermark);
                    state.writeBytes(watermark.toBytes());
                }
            }
            acknowledged.add(new Acknowledged(
                    StoredTypes.of(operator),
                    operator.node().uid(),
                    operator.subtask(),
                    state.toBytes(),
                    keyGroups(operator, task.finished()),
                    operator.watermark(),
                    operator == task.head() ? task.progress().write() : new byte[0]));
        }
        for (boolean each : tasks) {
            if (!each) {
                return;
            }
        }
        complete();
    }

    /** State and timers by key; nothing when the input is over, so that nothing happens again after a restart. */
    private static SortedMap<Integer, byte[]> keyGroups(OperatorSubtask operator, boolean over) {
        KeyedStore<Object> store = operator.store();
        return store == null || over ? new TreeMap<>() : store.snapshotGroups();
    }

    private void complete() {
        Map<String, List<Acknowledged>> byOperator = new LinkedHashMap<>();
        acknowledged.forEach(each ->
                byOperator.computeIfAbsent(each.uid(), any -> new ArrayList<>()).add(each));
        List<OperatorState> states = new ArrayList<>();
        List<Checkpoint.KeptWatermark> watermarks = new ArrayList<>();
        byOperator.forEach((uid, parts) -> {
            parts.sort(java.util.Comparator.comparingInt(Acknowledged::subtask));
            SortedMap<Integer, byte[]> groups = new TreeMap<>();
            StateTypes types = parts.get(0).types();
            for (Acknowledged part : parts) {
                types = types.and(part.types());
            }
            StateTypes before = known.get(uid);
            types = before == null ? types : types.and(before);
            parts.forEach(part -> {
                groups.putAll(part.keyGroups());
                watermarks.add(new Checkpoint.KeptWatermark(uid, part.subtask(), part.watermark(), part.progress()));
            });
            states.add(new OperatorState(
                    uid, types, parts.stream().map(Acknowledged::state).toList(), groups));
        });
        completed = completed.append(
                new Checkpoint(running, outputs.step(), now, outputs.attempt(), maxParallelism, states, watermarks));
        recorder.mix(running, states.size());
        if (recorder.detailed()) {
            recorder.add(new Effect.CheckpointCompleted("", running));
        }
        running = 0;
        acknowledged.clear();
    }

    /** Forgets the checkpoint that is under way: the job has failed. */
    void abort() {
        running = 0;
        acknowledged.clear();
    }

    AppendLog<Checkpoint> completed() {
        return completed;
    }

    void completed(AppendLog<Checkpoint> log) {
        completed = log;
    }

    /** The job starts from a checkpoint: numbers go on behind it, and what nobody asks for keeps the types that it had there. */
    void resumedFrom(Checkpoint checkpoint) {
        last = Math.max(last, checkpoint.id());
        known.clear();
        checkpoint.operators().forEach(state -> known.put(state.uid(), state.types()));
    }

    void snapshot(ByteSink out) {
        out.writeLong(last);
        out.writeLong(running);
        out.writeLong(now);
        out.writeLength(tasks.length);
        for (boolean each : tasks) {
            out.writeBoolean(each);
        }
        out.writeLength(known.size());
        known.forEach((uid, types) -> {
            out.writeString(uid);
            types.write(out);
        });
        out.writeLength(acknowledged.size());
        for (Acknowledged each : acknowledged) {
            each.types().write(out);
            out.writeString(each.uid());
            out.writeVarInt(each.subtask());
            out.writeBytes(each.state());
            out.writeLong(each.watermark());
            out.writeBytes(each.progress());
            out.writeLength(each.keyGroups().size());
            each.keyGroups().forEach((group, bytes) -> {
                out.writeVarInt(group);
                out.writeBytes(bytes);
            });
        }
    }

    void restore(ByteSource in) {
        last = in.readLong();
        running = in.readLong();
        now = in.readLong();
        tasks = new boolean[in.readLength()];
        for (int i = 0; i < tasks.length; i++) {
            tasks[i] = in.readBoolean();
        }
        known.clear();
        for (int left = in.readLength(); left > 0; left--) {
            known.put(in.readString(), StateTypes.read(in));
        }
        acknowledged.clear();
        int count = in.readLength();
        for (int i = 0; i < count; i++) {
            StateTypes types = StateTypes.read(in);
            String uid = in.readString();
            int subtask = in.readVarInt();
            byte[] state = in.readBytes();
            long watermark = in.readLong();
            byte[] progress = in.readBytes();
            SortedMap<Integer, byte[]> groups = new TreeMap<>();
            int size = in.readLength();
            for (int j = 0; j < size; j++) {
                int group = in.readVarInt();
                groups.put(group, in.readBytes());
            }
            acknowledged.add(new Acknowledged(types, uid, subtask, state, groups, watermark, progress));
        }
    }
}
