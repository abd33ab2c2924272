package dev.tidemark.engine.runtime;

import dev.tidemark.engine.Emission;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.checkpoint.Checkpoint;
import dev.tidemark.engine.checkpoint.OperatorState;
import dev.tidemark.engine.state.KeyGroups;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.topology.Role;
import dev.tidemark.engine.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Puts a checkpoint's state into the operators of a new start, by uid and key group. */
final class CheckpointRestore {
    private final Checkpoint checkpoint;
    private final Topology topology;
    private final SimulationOptions options;
    private final Map<String, OperatorState> states = new LinkedHashMap<>();

    CheckpointRestore(Checkpoint checkpoint, Topology topology, SimulationOptions options) {
        this.checkpoint = checkpoint;
        this.topology = topology;
        this.options = options;
        checkpoint.operators().forEach(state -> states.put(state.uid(), state));
        List<String> unknown = new ArrayList<>(states.keySet());
        unknown.removeAll(topology.nodes().stream().map(Node::uid).toList());
        if (!unknown.isEmpty() && !options.checkpoints().allowsNonRestoredState()) {
            throw new IllegalArgumentException("the checkpoint has state of " + unknown + ", which pipeline '"
                    + topology.name()
                    + "' does not have; give the operators the uids that they had, or leave that state behind with "
                    + "CheckpointOptions.allowNonRestoredState()");
        }
    }

    /** For each sink what it had collected before the barrier. */
    Map<String, AppendLog<Emission<Object>>> cutBack(Outputs outputs) {
        Map<String, AppendLog<Emission<Object>>> kept = new LinkedHashMap<>();
        for (Node node : topology.nodes()) {
            OperatorState state = states.get(node.uid());
            if (state != null && node.role() instanceof Role.SinkRole) {
                int[] collected = state.subtasks().stream()
                        .mapToInt(bytes -> new ByteSource(bytes).readVarInt())
                        .toArray();
                kept.put(node.name(), outputs.cutBack(node.name(), checkpoint.attempt(), collected));
            }
        }
        return kept;
    }

    void into(List<Task> tasks) {
        for (Task task : tasks) {
            for (OperatorSubtask operator : task.chain()) {
                OperatorState state = states.get(operator.node().uid());
                if (operator.operator() instanceof SinkOperator sink) {
                    sink.startFrom(checkpoint.id());
                }
                if (state != null) {
                    restoreKeyed(operator, state);
                    OwnState.resume(operator, state.subtasks());
                    if (operator == task.head() && task.reader() != null) {
                        restorePositions(Objects.requireNonNull(task.reader()), state);
                    }
                }
            }
        }
        if (options.keepWatermarks()) {
            keepProgress(tasks);
        }
    }

    /** Exactly as it was where every task has its counterpart; else the lowest of each, and the sources say theirs again. */
    private void keepProgress(List<Task> tasks) {
        Map<Task, byte[]> kept = new LinkedHashMap<>();
        for (Task task : tasks) {
            List<Checkpoint.KeptWatermark> counterparts = kept(task);
            counterparts.stream()
                    .filter(each -> each.subtask() == task.head().subtask())
                    .filter(each -> counterparts.size() == task.head().parallelism()
                            && new Progress(task).fits(each.progress()))
                    .forEach(each -> kept.put(task, each.progress()));
        }
        if (kept.size() == tasks.size()) {
            kept.forEach((task, progress) -> new Progress(task).read(progress));
            return;
        }
        for (Task task : tasks) {
            new Progress(task)
                    .resumeAt(kept(task).stream()
                            .mapToLong(Checkpoint.KeptWatermark::watermark)
                            .min()
                            .orElse(Long.MIN_VALUE));
        }
    }

    private List<Checkpoint.KeptWatermark> kept(Task task) {
        String uid = task.head().node().uid();
        return checkpoint.watermarks().stream()
                .filter(each -> each.uid().equals(uid))
                .toList();
    }

    private void restoreKeyed(OperatorSubtask operator, OperatorState state) {
        if (operator.store() == null) {
            return;
        }
        int first = KeyGroups.firstGroup(operator.subtask(), options.maxParallelism(), operator.parallelism());
        int last = KeyGroups.lastGroup(operator.subtask(), options.maxParallelism(), operator.parallelism());
        state.keyGroups().subMap(first, last + 1).forEach((group, bytes) -> Objects.requireNonNull(operator.store())
                .restore(new ByteSource(bytes)));
    }

    private void restorePositions(SourceReader reader, OperatorState state) {
        for (byte[] bytes : state.subtasks()) {
            ByteSource in = new ByteSource(bytes);
            int count = in.readLength();
            for (int i = 0; i < count; i++) {
                String name = in.readString();
                int position = in.readVarInt();
                byte[] watermark = in.readBytes();
                for (SourcePartition partition : reader.partitions()) {
                    if (partition.name().equals(name)) {
                        partition.resumeAt(position);
                        if (options.keepWatermarks()) {
                            partition.watermark().restore(new ByteSource(watermark));
                        }
                    }
                }
            }
        }
    }
}
