package dev.tidemark.visualizers.graph;

import dev.tidemark.visualizers.picture.Markup;
import dev.tidemark.visualizers.picture.MimeTypes;
import dev.tidemark.visualizers.picture.Picture;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A job as operators and what flows between them. Immutable; equal graphs give equal drawings.
 *
 * @param title the job's name
 * @param nodes the operators, each id once
 * @param edges between operators of this graph; edges that close a circle are drawn backwards
 */
public record JobGraph(String title, List<JobNode> nodes, List<JobEdge> edges) implements Picture {

    /** Checks that ids are unique and that edges end at operators. */
    public JobGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        Set<String> ids = new HashSet<>();
        for (JobNode node : nodes) {
            if (!ids.add(node.id())) {
                throw new IllegalArgumentException("two operators have the id '" + node.id() + "'; give each its own");
            }
        }
        for (JobEdge edge : edges) {
            for (String end : List.of(edge.from(), edge.to())) {
                if (!ids.contains(end)) {
                    throw new IllegalArgumentException("edge " + edge.from() + " → " + edge.to()
                            + " ends at no operator '" + end + "'; there are: "
                            + nodes.stream().map(JobNode::id).collect(Collectors.joining(", ")));
                }
            }
        }
    }

    /** The drawing. */
    public String svg() {
        return GraphSvg.of(this);
    }

    @Override
    public Map<String, Object> mimeBundle() {
        String svg = svg();
        Map<String, Object> forms = new LinkedHashMap<>();
        forms.put(MimeTypes.HTML, "<div class=\"tidemark-graph\">" + Markup.image(svg, text()) + "</div>");
        forms.put(MimeTypes.SVG, svg);
        forms.put(MimeTypes.TEXT, text());
        return forms;
    }

    private String text() {
        StringBuilder text = new StringBuilder(title);
        for (JobNode node : nodes) {
            text.append("\n  ").append(words(node));
            for (JobEdge edge : edges) {
                if (edge.from().equals(node.id())) {
                    text.append("\n    → ").append(name(edge.to()));
                    if (!edge.label().isEmpty()) {
                        text.append(" (").append(edge.label()).append(')');
                    }
                }
            }
        }
        return text.toString();
    }

    private static String words(JobNode node) {
        return node.name() + (node.kind().isEmpty() ? "" : " [" + node.kind() + "]") + " ×" + node.parallelism()
                + (node.note().isEmpty() ? "" : ", " + node.note());
    }

    private String name(String id) {
        return nodes.stream()
                .filter(node -> node.id().equals(id))
                .map(JobNode::name)
                .findFirst()
                .orElse(id);
    }
}
