package dev.tidemark.propertytests.run;

import dev.tidemark.engine.checkpoint.Checkpoint;
import dev.tidemark.engine.checkpoint.OperatorState;
import dev.tidemark.engine.command.Command;
import dev.tidemark.engine.runtime.Execution;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.topology.Role;
import dev.tidemark.engine.transcript.Step;
import dev.tidemark.propertytests.CrashPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Carries out a crash plan. */
final class Crashes implements Disturbance {
    private final CrashPlan plan;
    private int checkpoints;
    private int crashes;

    Crashes(CrashPlan plan) {
        this.plan = plan;
    }

    @Override
    public List<Step> before(Execution execution) {
        long next = execution.steps() + 1;
        if (execution.finished()) {
            return List.of();
        }
        while (checkpoints < plan.checkpoints().size()
                && plan.checkpoints().get(checkpoints) <= next) {
            checkpoints++;
            if (execution.runningCheckpoint() == 0) {
                execution.apply(new Command.TriggerCheckpoint());
            }
        }
        if (crashes < plan.crashes().size() && plan.crashes().get(crashes).step() <= next) {
            return crash(execution, plan.crashes().get(crashes++));
        }
        return List.of();
    }

    private static List<Step> crash(Execution execution, CrashPlan.Crash crash) {
        List<Node> nodes = execution.topology().nodes();
        Node node = nodes.get(crash.operator() % nodes.size());
        int before = execution.options().parallelism();
        int subtasks = node.parallelism() == 0 ? before : node.parallelism();
        List<Step> steps = new ArrayList<>();
        add(steps, execution.apply(new Command.Fail(node.name(), crash.subtask() % subtasks)));
        List<Checkpoint> complete = execution.checkpoints();
        Checkpoint last = complete.isEmpty() ? beginning(execution) : complete.get(complete.size() - 1);
        int after = crash.parallelism() == 0 ? before : crash.parallelism();
        add(steps, execution.apply(new Command.Restore(last, after)));
        return steps;
    }

    private static void add(List<Step> steps, @org.jspecify.annotations.Nullable Step step) {
        if (step != null) {
            steps.add(step);
        }
    }

    /** What a job without a checkpoint starts from: sources at their beginning, empty sinks, no state. */
    private static Checkpoint beginning(Execution execution) {
        ByteSink nothing = new ByteSink();
        nothing.writeVarInt(0);
        List<OperatorState> sinks = execution.topology().nodes().stream()
                .filter(node -> node.role() instanceof Role.SinkRole)
                .map(node -> new OperatorState(node.uid(), List.of(nothing.toBytes()), new TreeMap<>()))
                .toList();
        return new Checkpoint(
                0, 0, execution.now(), 0, execution.options().maxParallelism(), sinks, List.of());
    }
}
