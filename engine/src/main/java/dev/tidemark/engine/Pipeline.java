package dev.tidemark.engine;

import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.topology.Role;
import dev.tidemark.engine.topology.Topology;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the user says: sources, the operators behind them, and where the results go.
 *
 * <p>A pipeline is built by chaining calls, and becomes an immutable {@link Topology} with {@link #build()}; nothing
 * runs before that.
 */
public final class Pipeline {
    private final String name;
    private final List<NodeBuilder> nodes = new ArrayList<>();

    private Pipeline(String name) {
        this.name = name;
    }

    /** An empty pipeline. */
    public static Pipeline create(String name) {
        return new Pipeline(name);
    }

    public String name() {
        return name;
    }

    /** Reads a recorded trace, each event when it arrives. */
    public <T> DataStream<T> source(String source, Trace<T> trace, Watermarks<? super T> watermarks) {
        return source(source, Source.of(trace), watermarks);
    }

    /** Takes what the user sends by hand, in one partition. */
    public <T> DataStream<T> source(String source, Class<T> type, Watermarks<? super T> watermarks) {
        return source(source, Source.byHand(type), watermarks);
    }

    /** Reads from any source. */
    public <T> DataStream<T> source(String source, Source<T> from, Watermarks<? super T> watermarks) {
        if (!from.timed() && watermarks.movesByItself()) {
            throw new IllegalArgumentException("the trace of source '" + source
                    + "' has no event times, from which its watermarks are made; add .eventTime(…) to the trace");
        }
        NodeBuilder node = add("source", from.describe() + Described.watermarks(watermarks), Optional.of(from.type()));
        node.named(source);
        node.role(() -> new Role.SourceRole(from.input(), watermarks));
        return new DataStream<>(this, node, null, Optional.of(from.type()));
    }

    NodeBuilder add(String kind, String description, Optional<Type> type) {
        long same = nodes.stream()
                .filter(node -> node.name().startsWith(kind + "-"))
                .count();
        NodeBuilder node = new NodeBuilder(nodes.size(), kind + "-" + (same + 1), kind, description, type);
        nodes.add(node);
        return node;
    }

    /**
     * The pipeline as a checked value.
     *
     * @throws IllegalArgumentException if a name or uid is used twice, a type is unknown or can't be stored, or there is
     *     no source; the message says what to write instead
     */
    public Topology build() {
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("pipeline '" + name + "' is empty; begin with source(…)");
        }
        Set<String> names = new LinkedHashSet<>();
        Set<String> uids = new LinkedHashSet<>();
        List<Node> built = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (NodeBuilder node : nodes) {
            if (!names.add(node.name())) {
                throw new IllegalArgumentException("pipeline '" + name + "' has two operators named '" + node.name()
                        + "'; rename one with .name(\"…\")");
            }
            if (!uids.add(node.uid())) {
                throw new IllegalArgumentException("pipeline '" + name + "' has two operators with uid '" + node.uid()
                        + "'; change one with .uid(\"…\")");
            }
            built.add(node.build());
            warnings.addAll(node.warnings());
        }
        warnings.addAll(StillSources.warnings(built));
        return new Topology(name, built, warnings);
    }

    @Override
    public String toString() {
        return build().describe();
    }
}
