package dev.tidemark.engine.topology;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A pipeline as an immutable value: operators and edges, validated.
 *
 * <p>Two topologies are equal when their structure is (names, uids, types, parameters), whatever functions they run.
 */
public final class Topology {
    private final String name;
    private final List<Node> nodes;
    private final List<String> warnings;

    /**
     * A topology of these nodes.
     *
     * @throws IllegalArgumentException if a node does not stand at its id, or gets elements from one that does not come before it, as
     *     it would in a cycle
     */
    public Topology(String name, List<Node> nodes, List<String> warnings) {
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            if (node.id() != i) {
                throw new IllegalArgumentException("operator '" + node.name() + "' has id " + node.id()
                        + " and stands at " + i + "; make them equal");
            }
            for (Edge edge : node.inputs()) {
                if (edge.from() >= i) {
                    throw new IllegalArgumentException("operator '" + node.name() + "' gets elements from '"
                            + nodes.get(edge.from()).name()
                            + "', which does not come before it: a topology has no cycles; "
                            + "feed results back through a source of their own");
                }
            }
        }
        this.name = name;
        this.nodes = List.copyOf(nodes);
        this.warnings = List.copyOf(warnings);
    }

    /** What is allowed but will surprise, in sentences. */
    public List<String> warnings() {
        return warnings;
    }

    public String name() {
        return name;
    }

    /** The operators; a node's id is its index. */
    public List<Node> nodes() {
        return nodes;
    }

    /**
     * The operator with this name.
     *
     * @throws IllegalArgumentException if there is none; the message lists those that there are
     */
    public Node node(String operator) {
        for (Node node : nodes) {
            if (node.name().equals(operator)) {
                return node;
            }
        }
        throw new IllegalArgumentException("pipeline '" + name + "' has no operator '" + operator + "'; it has "
                + nodes.stream().map(node -> "'" + node.name() + "'").collect(Collectors.joining(", ")));
    }

    /** One line for each operator, with where its elements come from. */
    public String describe() {
        StringBuilder text = new StringBuilder("pipeline '" + name + "'\n");
        for (Node node : nodes) {
            text.append("  ").append(node.structure()).append('\n');
            for (Edge edge : node.inputs()) {
                text.append("    <- ").append(nodes.get(edge.from()).name());
                if (edge.side() != null) {
                    text.append(" / ").append(edge.side());
                }
                text.append(", ").append(edge.partitioning());
                text.append(edge.input() == 0 ? "" : ", second input").append('\n');
            }
        }
        return text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Topology topology && describe().equals(topology.describe());
    }

    @Override
    public int hashCode() {
        return describe().hashCode();
    }

    @Override
    public String toString() {
        return describe();
    }
}
