package dev.tidemark.engine.runtime;

import dev.tidemark.engine.checkpoint.Checkpoint;
import dev.tidemark.engine.checkpoint.OperatorState;
import dev.tidemark.engine.checkpoint.StateTypes;
import dev.tidemark.engine.operator.KeyedStore;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A checkpoint that is under way: what the tasks have stored so far. Source: Flink's {@code PendingCheckpoint}. */
final class PendingCheckpoint {
    private final long id;
    private final long beganMillis;
    private final boolean[] tasks;
    private final List<Acknowledged> acknowledged = new ArrayList<>();

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

    PendingCheckpoint(long id, long beganMillis, int tasks) {
        this.id = id;
        this.beganMillis = beganMillis;
        this.tasks = new boolean[tasks];
    }

    long id() {
        return id;
    }

    /** Takes what a task stores; whether that was the last that was missing. */
    boolean acknowledge(Task task) {
        if (tasks[task.index()]) {
            return false;
        }
        tasks[task.index()] = true;
        for (OperatorSubtask operator : task.chain()) {
            ByteSink state = new ByteSink();
            SourceReader reader = operator == task.head() ? task.reader() : null;
            if (reader == null) {
                OwnState.write(operator, state);
            } else {
                writePositions(reader, state);
            }
            acknowledged.add(new Acknowledged(
                    StoredTypes.of(operator),
                    operator.node().uid(),
                    operator.subtask(),
                    state.toBytes(),
                    keyGroups(operator, task.finished()),
                    operator.watermark(),
                    operator == task.head() ? new Progress(task).write() : new byte[0]));
        }
        for (boolean each : tasks) {
            if (!each) {
                return false;
            }
        }
        return true;
    }

    private static void writePositions(SourceReader reader, ByteSink out) {
        out.writeLength(reader.partitions().size());
        for (SourcePartition partition : reader.partitions()) {
            out.writeString(partition.name());
            out.writeVarInt(partition.position());
            ByteSink watermark = new ByteSink();
            partition.watermark().snapshot(watermark);
            out.writeBytes(watermark.toBytes());
        }
    }

    /** State and timers by key; nothing when the input is over, so that nothing happens again after a restart. */
    private static SortedMap<Integer, byte[]> keyGroups(OperatorSubtask operator, boolean over) {
        KeyedStore<Object> store = operator.store();
        return store == null || over ? new TreeMap<>() : store.snapshotGroups();
    }

    /**
     * The checkpoint, once every task has stored its part.
     *
     * @param before what was known of the operators' types when the job was restored, by uid
     */
    Checkpoint complete(long step, int attempt, int maxParallelism, Map<String, StateTypes> before) {
        Map<String, List<Acknowledged>> byOperator = new LinkedHashMap<>();
        acknowledged.forEach(each ->
                byOperator.computeIfAbsent(each.uid(), any -> new ArrayList<>()).add(each));
        List<OperatorState> states = new ArrayList<>();
        List<Checkpoint.KeptWatermark> watermarks = new ArrayList<>();
        byOperator.forEach((uid, parts) -> {
            parts.sort(Comparator.comparingInt(Acknowledged::subtask));
            SortedMap<Integer, byte[]> groups = new TreeMap<>();
            StateTypes types = parts.get(0).types();
            for (Acknowledged part : parts) {
                types = types.and(part.types());
                groups.putAll(part.keyGroups());
                watermarks.add(new Checkpoint.KeptWatermark(uid, part.subtask(), part.watermark(), part.progress()));
            }
            StateTypes known = before.get(uid);
            states.add(new OperatorState(
                    uid,
                    known == null ? types : types.and(known),
                    parts.stream().map(Acknowledged::state).toList(),
                    groups));
        });
        return new Checkpoint(id, step, beganMillis, attempt, maxParallelism, states, watermarks);
    }

    void snapshot(ByteSink out) {
        out.writeLong(id);
        out.writeLong(beganMillis);
        out.writeLength(tasks.length);
        for (boolean each : tasks) {
            out.writeBoolean(each);
        }
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

    static PendingCheckpoint restored(ByteSource in) {
        long id = in.readLong();
        long began = in.readLong();
        PendingCheckpoint pending = new PendingCheckpoint(id, began, in.readLength());
        for (int i = 0; i < pending.tasks.length; i++) {
            pending.tasks[i] = in.readBoolean();
        }
        for (int left = in.readLength(); left > 0; left--) {
            StateTypes types = StateTypes.read(in);
            String uid = in.readString();
            int subtask = in.readVarInt();
            byte[] state = in.readBytes();
            long watermark = in.readLong();
            byte[] progress = in.readBytes();
            SortedMap<Integer, byte[]> groups = new TreeMap<>();
            for (int size = in.readLength(); size > 0; size--) {
                int group = in.readVarInt();
                groups.put(group, in.readBytes());
            }
            pending.acknowledged.add(new Acknowledged(types, uid, subtask, state, groups, watermark, progress));
        }
        return pending;
    }
}
