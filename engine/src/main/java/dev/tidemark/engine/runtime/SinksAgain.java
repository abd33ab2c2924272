package dev.tidemark.engine.runtime;

import dev.tidemark.engine.Emission;
import dev.tidemark.engine.checkpoint.Checkpoint;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.topology.Role;
import dev.tidemark.engine.topology.Topology;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The subtasks of sinks that start again while others may go on, and what each had collected before the barrier. */
final class SinksAgain {
    private static final int GOES_ON = -1;

    private final Topology topology;
    private final List<Task> again;
    private final @Nullable Checkpoint own;

    /** @param own the checkpoint, if it was taken since the job was last started as a whole; else nothing was collected since */
    SinksAgain(Topology topology, List<Task> again, @Nullable Checkpoint own) {
        this.topology = topology;
        this.again = again;
        this.own = own;
    }

    /** For each sink what stays. */
    Map<String, AppendLog<Emission<Object>>> cutBack(Outputs outputs) {
        Map<String, AppendLog<Emission<Object>>> kept = new LinkedHashMap<>();
        for (Node node : topology.nodes()) {
            if (node.role() instanceof Role.SinkRole) {
                kept.put(node.name(), outputs.cutBack(node.name(), collected(node)));
            }
        }
        return kept;
    }

    /** By subtask, how many results stay of those since the job was last started as a whole. */
    private int[] collected(Node sink) {
        int[] counts = {};
        for (Task task : again) {
            for (OperatorSubtask each : task.chain()) {
                if (each.node().id() == sink.id()) {
                    if (counts.length == 0) {
                        counts = new int[each.parallelism()];
                        Arrays.fill(counts, GOES_ON);
                    }
                    counts[each.subtask()] = own == null ? 0 : collected(own, each);
                }
            }
        }
        return counts;
    }

    private static int collected(Checkpoint before, OperatorSubtask sink) {
        byte[] stored = before.operator(sink.node().uid()).subtasks().get(sink.subtask());
        return new ByteSource(stored).readVarInt();
    }

    /** They go on counting where they were, since the others do. */
    void resume() {
        if (own == null) {
            return;
        }
        for (Task task : again) {
            for (OperatorSubtask each : task.chain()) {
                if (each.node().role() instanceof Role.SinkRole) {
                    resume(
                            each,
                            new ByteSource(
                                    own.operator(each.node().uid()).subtasks().get(each.subtask())));
                }
            }
        }
    }

    private static void resume(OperatorSubtask sink, ByteSource stored) {
        if (sink.operator() instanceof SinkOperator outside) {
            outside.collected(stored);
        } else {
            sink.operator().restore(stored);
        }
    }
}
