package dev.tidemark.engine.timeline;

import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.topology.Role;
import dev.tidemark.engine.topology.SourceInput;
import dev.tidemark.engine.topology.Topology;

/** A topology whose sources by hand are said to end, so that it can be run as a batch. */
final class Bounded {
    private Bounded() {}

    static Topology of(Topology topology) {
        return new Topology(
                topology.name(), topology.nodes().stream().map(Bounded::of).toList(), topology.warnings());
    }

    private static Node of(Node node) {
        if (!(node.role() instanceof Role.SourceRole source)
                || !(source.input() instanceof SourceInput.ByHand byHand)) {
            return node;
        }
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
                new Role.SourceRole(
                        new SourceInput.ByHand(byHand.partitions(), byHand.eventTime(), true), source.watermarks()));
    }
}
