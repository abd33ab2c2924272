package dev.tidemark.propertytests.run;

import dev.tidemark.engine.function.KeySelector;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.topology.Edge;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.topology.Partitioning;
import dev.tidemark.engine.topology.Role;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.engine.window.GlobalWindow;
import dev.tidemark.engine.window.WindowAssigner;
import dev.tidemark.engine.window.WindowingSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What laws ask of a topology: its keys, its windows, how many channels lead to a sink. */
public final class Structure {
    private final Topology topology;
    /** By sender and receiver. */
    private final Map<List<String>, KeySelector<Object, Object>> selectors = new LinkedHashMap<>();

    Structure(Topology topology) {
        this.topology = topology;
        for (Node node : topology.nodes()) {
            for (Edge edge : node.inputs()) {
                if (edge.partitioning() instanceof Partitioning.Hash hash) {
                    String from = topology.nodes().get(edge.from()).name();
                    selectors.put(List.of(from, node.name()), hash.selector().instance());
                }
            }
        }
    }

    public Topology topology() {
        return topology;
    }

    public List<Node> sinks() {
        return topology.nodes().stream()
                .filter(node -> node.role() instanceof Role.SinkRole)
                .toList();
    }

    /** The key that an element has at {@code operator}, empty if what comes from {@code sender} is not keyed there. */
    Optional<Object> key(String sender, String operator, Object value) {
        KeySelector<Object, Object> selector = selectors.get(List.of(sender, operator));
        if (selector == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(selector.key(value));
        } catch (Exception e) {
            throw new IllegalStateException("the key selector of '" + operator + "' failed on " + value, e);
        }
    }

    boolean sessions(String operator) {
        return windowing(topology.node(operator))
                .filter(spec -> spec.assigner().merging())
                .isPresent();
    }

    /** Why no law that needs windows of event time with their own triggers can be asserted; empty if one can. */
    public Optional<String> unlawfulWindows() {
        for (Node node : topology.nodes()) {
            Optional<WindowingSpec> spec = windowing(node);
            String who = "operator '" + node.name() + "' (" + node.description() + ")";
            if (spec.isPresent() && ofProcessingTime(spec.get().assigner())) {
                return Optional.of(who + " has windows of processing time");
            }
            if (spec.isPresent() && !spec.get().defaultTrigger()) {
                return Optional.of(who + " has another trigger than the default one");
            }
        }
        return Optional.empty();
    }

    private static Optional<WindowingSpec> windowing(Node node) {
        return node.role() instanceof Role.OperatorRole operator && operator.spec() instanceof WindowingSpec spec
                ? Optional.of(spec)
                : Optional.empty();
    }

    private static boolean ofProcessingTime(WindowAssigner<?, ?> assigner) {
        return !assigner.eventTime() && !assigner.windowType().equals(GlobalWindow.class);
    }

    /**
     * Whether results reach a sink through one channel all the way, so that their order per key is decided: one source
     * with one partition, no union, and wherever elements are spread anew, one subtask that sends.
     */
    public boolean oneChannel(Node sink, Map<String, List<String>> partitions, int parallelism) {
        Node node = sink;
        while (!node.inputs().isEmpty()) {
            Edge edge = node.inputs().get(0);
            Node from = topology.nodes().get(edge.from());
            boolean straight = edge.partitioning() instanceof Partitioning.Forward
                    && subtasks(from, parallelism) == subtasks(node, parallelism);
            if (node.inputs().size() > 1 || !(straight || subtasks(from, parallelism) == 1)) {
                return false;
            }
            node = from;
        }
        return partitions.getOrDefault(node.name(), List.of()).size() <= 1;
    }

    /** The same for every sink. */
    public boolean oneChannel(Map<String, List<String>> partitions, int parallelism) {
        return sinks().stream().allMatch(sink -> oneChannel(sink, partitions, parallelism));
    }

    /** Whether watermarks, of a source or assigned, come from probes by the clock, and not from what is read. */
    public boolean periodicWatermarks() {
        return topology.nodes().stream()
                .map(Structure::watermarks)
                .anyMatch(watermarks -> watermarks != null && watermarks.movesByItself() && !watermarks.isPerEvent());
    }

    private static @Nullable Watermarks<?> watermarks(Node node) {
        if (node.role() instanceof Role.SourceRole source) {
            return source.watermarks();
        }
        return node.role() instanceof Role.OperatorRole operator
                ? operator.spec().watermarks()
                : null;
    }

    private static int subtasks(Node node, int parallelism) {
        return node.parallelism() == 0 ? parallelism : node.parallelism();
    }
}
