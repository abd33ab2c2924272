package dev.tidemark.propertytests.run;

import dev.tidemark.engine.Emission;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.runtime.FunctionFailure;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.topology.Role;
import dev.tidemark.engine.topology.SourceInput;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.engine.transcript.ValueText;
import dev.tidemark.propertytests.CrashPlan;
import dev.tidemark.propertytests.EventScript;
import dev.tidemark.propertytests.ScriptEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs one pipeline over scripts: its sources, whatever they read, are taken by hand. */
public final class Bench {
    private final Structure structure;

    public Bench(Pipeline pipeline) {
        this.structure = new Structure(pipeline.build());
    }

    public Structure structure() {
        return structure;
    }

    /**
     * The script with the names of this pipeline's sources: one source of any name fits the only one.
     *
     * @throws IllegalArgumentException if the script names a source that the pipeline does not have
     */
    public <T> EventScript<T> fitting(EventScript<T> script) {
        List<String> sources = structure.topology().nodes().stream()
                .filter(node -> node.role() instanceof Role.SourceRole)
                .map(Node::name)
                .toList();
        List<String> unknown = new ArrayList<>(script.partitions().keySet());
        unknown.removeAll(sources);
        if (unknown.isEmpty()) {
            return script;
        }
        if (sources.size() == 1 && script.partitions().size() == 1) {
            List<ScriptEntry<T>> renamed = script.entries().stream()
                    .map(entry -> entry.movedTo(sources.get(0), entry.partition()))
                    .toList();
            return script.with(renamed);
        }
        throw new IllegalArgumentException("the script has events for "
                + unknown.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", ")) + ", but pipeline '"
                + structure.topology().name() + "' has the sources "
                + sources.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "))
                + "; name one with EventScripts.source(…)");
    }

    /** Runs to the end, with the crashes that the circumstances hold. */
    public Outcome run(EventScript<?> script, Circumstances circumstances) {
        CrashPlan plan = circumstances.crashes();
        return plan.harmless()
                ? run(script, circumstances, Disturbance.NONE)
                : play(script, circumstances, run -> {
                    run.checkpoint();
                    run.disturb(new Crashes(plan, run.stepNumber()));
                });
    }

    /** Runs to the end, disturbed. */
    public Outcome run(EventScript<?> script, Circumstances circumstances, Disturbance disturbance) {
        return play(script, circumstances, run -> run.disturb(disturbance));
    }

    private Outcome play(EventScript<?> script, Circumstances circumstances, Consumer<AttackedRun> before) {
        Watch watch = new Watch(structure, script.partitions());
        long start = script.size() == 0 ? 0 : script.entries().get(0).arrivalMillis();
        AttackedRun run = new AttackedRun(byHand(script), circumstances.options(), start, watch);
        String failure = null;
        try {
            before.accept(run);
            script.play(run);
        } catch (FunctionFailure e) {
            failure = e.getMessage();
        }
        return outcome(run, watch, failure);
    }

    private Outcome outcome(AttackedRun run, Watch watch, @Nullable String failure) {
        Map<String, List<Result>> results = new LinkedHashMap<>();
        for (Node sink : structure.sinks()) {
            List<Result> held = new ArrayList<>();
            for (Emission<Object> emission : run.output(sink.name())) {
                held.add(new Result(
                        watch.key(emission.step()),
                        ValueText.print(emission.value()),
                        emission.timestamp(),
                        emission.watermark()));
            }
            results.put(sink.name(), held);
        }
        return new Outcome(
                results,
                (int) run.stepNumber(),
                run.transcript().toString(),
                run.digest(),
                failure == null ? run.contentDigest() : "",
                Optional.ofNullable(failure),
                watch.assumptions());
    }

    /** The same topology with sources that take the script's partitions by hand. */
    private Topology byHand(EventScript<?> script) {
        Map<String, List<String>> partitions = script.partitions();
        List<Node> nodes = new ArrayList<>();
        for (Node node : structure.topology().nodes()) {
            nodes.add(node.role() instanceof Role.SourceRole role ? byHand(node, role, partitions) : node);
        }
        return new Topology(
                structure.topology().name(), nodes, structure.topology().warnings());
    }

    private static Node byHand(Node node, Role.SourceRole role, Map<String, List<String>> partitions) {
        SourceInput input = new SourceInput.ByHand(
                partitions.getOrDefault(node.name(), List.of(EventScript.ONLY_PARTITION)),
                role.input() instanceof SourceInput.ByHand byHand ? byHand.eventTime() : null,
                role.input().bounded());
        return new Node(
                node.id(),
                node.name(),
                node.uid(),
                node.kind(),
                node.description(),
                node.parallelism(),
                node.output(),
                node.sides(),
                node.inputs(),
                new Role.SourceRole(input, role.watermarks()));
    }
}
