package dev.tidemark.timetravel;

import dev.tidemark.engine.topology.Edge;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.topology.Partitioning;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.engine.transcript.Effect;
import dev.tidemark.engine.transcript.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The operators whose functions can have made a step differ from itself: a step runs a whole chain, and the difference is
 * seen where it comes out.
 */
final class Suspects {
    private static final Set<String> WITHOUT_FUNCTIONS = Set.of("source", "sink", "union");

    private final Topology topology;
    private final List<String> names;

    /** {@code one} and {@code other} are the same step of two replays. */
    Suspects(Topology topology, Step one, Step other) {
        this.topology = topology;
        String first = one.happening().operator();
        List<String> found = first.isEmpty() ? List.of() : between(first, seenAt(one, other));
        this.names = found.isEmpty() ? List.of(first.isEmpty() ? topology.name() : first) : found;
    }

    String text() {
        return names.size() == 1
                ? "operator '" + names.get(0) + "'"
                : "one of the operators "
                        + names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    }

    /** The operator of the first effect that differs; null when the difference went into a channel. */
    private static @Nullable String seenAt(Step one, Step other) {
        List<Effect> effects = one.effects();
        List<Effect> others = other.effects();
        for (int i = 0; i < effects.size(); i++) {
            if (i >= others.size() || !effects.get(i).equals(others.get(i))) {
                return effects.get(i).operator();
            }
        }
        return others.size() > effects.size() ? others.get(effects.size()).operator() : null;
    }

    /** The operators with functions on the ways from one to another, both included; to the end of the chain for null. */
    private List<String> between(String first, @Nullable String last) {
        List<String> between = new ArrayList<>();
        for (Node node : topology.nodes()) {
            if (!WITHOUT_FUNCTIONS.contains(node.kind())
                    && leads(topology.node(first), node)
                    && (last == null || leads(node, topology.node(last)))) {
                between.add(node.name());
            }
        }
        return between;
    }

    /** Whether a step in one operator goes on into another: what is chained. */
    private boolean leads(Node from, Node to) {
        if (from.id() == to.id()) {
            return true;
        }
        for (Edge edge : to.inputs()) {
            if (edge.partitioning() instanceof Partitioning.Forward
                    && leads(from, topology.nodes().get(edge.from()))) {
                return true;
            }
        }
        return false;
    }
}
