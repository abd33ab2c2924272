package dev.tidemark.propertytests.run;

import dev.tidemark.engine.checkpoint.Checkpoint;
import dev.tidemark.engine.command.Command;
import dev.tidemark.engine.runtime.Execution;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.transcript.Step;
import dev.tidemark.propertytests.CrashPlan;
import java.util.ArrayList;
import java.util.List;

/** Carries out a crash plan; the run has a checkpoint of its beginning, so that there is always one to start from. */
final class Crashes implements Disturbance {
    private final CrashPlan plan;
    private final long begin;
    private int checkpoints;
    private int crashes;

    /** The plan's steps count from {@code begin} on. */
    Crashes(CrashPlan plan, long begin) {
        this.plan = plan;
        this.begin = begin;
    }

    @Override
    public List<Step> before(Execution execution) {
        long next = execution.steps() - begin + 1;
        if (execution.finished()) {
            return List.of();
        }
        while (checkpoints < plan.checkpoints().size() && plan.checkpoints().get(checkpoints) <= next) {
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
        int after = crash.parallelism() == 0 ? before : crash.parallelism();
        add(steps, execution.apply(new Command.Restore(complete.get(complete.size() - 1), after)));
        return steps;
    }

    private static void add(List<Step> steps, @org.jspecify.annotations.Nullable Step step) {
        if (step != null) {
            steps.add(step);
        }
    }
}
