package dev.tidemark.engine.runtime;

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
    private final SimulationOptions options;
    private final Map<String, OperatorState> states = new LinkedHashMap<>();

    CheckpointRestore(Checkpoint checkpoint, Topology topology, SimulationOptions options, Outputs outputs) {
        this.checkpoint = checkpoint;
        this.options = options;
        checkpoint.operators().forEach(state -> states.put(state.uid(), state));
        List<String> unknown = new ArrayList<>(states.keySet());
        unknown.removeAll(topology.nodes().stream().map(Node::uid).toList());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("the checkpoint has state of " + unknown + ", which pipeline '"
                    + topology.name() + "' does not have; give the operators the uids that they had");
        }
        for (Node node : topology.nodes()) {
            OperatorState state = states.get(node.uid());
            if (state != null && node.role() instanceof Role.SinkRole) {
                outputs.cutBack(
                        node.name(),
                        checkpoint.attempt(),
                        state.subtasks().stream()
                                .mapToInt(bytes -> new ByteSource(bytes).readVarInt())
                                .toArray());
            }
        }
    }

    void into(List<Task> tasks) {
        for (Task task : tasks) {
            for (OperatorSubtask operator : task.chain()) {
                OperatorState state = states.get(operator.node().uid());
                if (state != null) {
                    restoreKeyed(operator, state);
                    if (operator == task.head() && task.reader() != null) {
                        restorePositions(Objects.requireNonNull(task.reader()), state);
                    }
                }
            }
            if (options.keepWatermarks()) {
                task.resumeAt(kept(task.head().node().uid()));
            }
        }
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
                long watermark = in.readLong();
                for (SourcePartition partition : reader.partitions()) {
                    if (partition.name().equals(name)) {
                        partition.position(position);
                        if (options.keepWatermarks()) {
                            partition.watermark().advance(watermark);
                        }
                    }
                }
            }
        }
    }

    /** The lowest watermark that the operator's subtasks had. */
    private long kept(String uid) {
        return checkpoint.watermarks().stream()
                .filter(kept -> kept.uid().equals(uid))
                .mapToLong(Checkpoint.KeptWatermark::watermark)
                .min()
                .orElse(Long.MIN_VALUE);
    }
}
