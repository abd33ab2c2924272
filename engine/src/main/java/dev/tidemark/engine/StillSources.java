package dev.tidemark.engine;

import dev.tidemark.engine.topology.Edge;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.topology.Role;
import dev.tidemark.engine.topology.SourceInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds operators that wait for watermarks which no source of theirs will send before it is over. */
final class StillSources {
    private StillSources() {}

    /** A sentence for each operator that waits and each source that keeps it waiting. */
    static List<String> warnings(List<Node> nodes) {
        List<String> warnings = new ArrayList<>();
        for (Node node : nodes) {
            if (node.role() instanceof Role.OperatorRole role && role.spec().waitsForWatermarks()) {
                Set<Integer> above = new TreeSet<>();
                addAbove(node, nodes, above);
                above.forEach(source -> addWarning(node, nodes.get(source), warnings));
            }
        }
        return warnings;
    }

    private static void addAbove(Node node, List<Node> nodes, Set<Integer> above) {
        for (Edge edge : node.inputs()) {
            if (above.add(edge.from())) {
                addAbove(nodes.get(edge.from()), nodes, above);
            }
        }
    }

    private static void addWarning(Node waiting, Node node, List<String> warnings) {
        if (node.role() instanceof Role.SourceRole source
                && !source.watermarks().movesByItself()) {
            if (source.watermarks().isNone()) {
                warnings.add("source '" + node.name() + "' has no watermarks before its end, so that '" + waiting.name()
                        + "' waits for that; give the source Watermarks.outOfOrder(…), or go by processing time");
            } else if (source.input() instanceof SourceInput.Recorded) {
                warnings.add(
                        "source '" + node.name() + "' is a trace, whose watermarks can't be moved by hand, so that '"
                                + waiting.name() + "' waits for its end; give the source Watermarks.outOfOrder(…)");
            }
        }
    }
}
