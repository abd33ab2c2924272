package dev.tidemark.visualizers.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where everything of a job graph stands, in pixels: a column for each layer, each column centred. */
final class GraphPlaces {
    static final int MARGIN = 14;
    static final int GAP_ACROSS = 76;

    private static final int TITLE_HEIGHT = 26;
    private static final int BOX_HEIGHT = 58;
    private static final int GAP_DOWN = 22;
    private static final int WAYPOINT_HEIGHT = 16;
    private static final int LEAST_WIDTH = 104;
    private static final double NAME_PIXELS = 7.6;
    private static final double NOTE_PIXELS = 6.2;
    private static final int LONGEST_WORDS = 34;

    private final Map<String, JobNode> nodes = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private final double width;
    private final double height;

    /** A box, or a waypoint of an edge. */
    record Place(double left, double top, double width, double height) {
        double right() {
            return left + width;
        }

        double centre() {
            return left + width / 2;
        }

        double middle() {
            return top + height / 2;
        }
    }

    GraphPlaces(JobGraph graph, Layers layers) {
        graph.nodes().forEach(node -> nodes.put(node.id(), node));
        double tallest =
                layers.layers().stream().mapToDouble(this::heightOf).max().orElse(0);
        double left = MARGIN;
        for (List<String> layer : layers.layers()) {
            double widest = layer.stream().mapToDouble(this::widthOf).max().orElse(0);
            double top = MARGIN + TITLE_HEIGHT + (tallest - heightOf(layer)) / 2;
            for (String id : layer) {
                places.put(id, new Place(left, top, widest, heightOf(id)));
                top += heightOf(id) + GAP_DOWN;
            }
            left += widest + GAP_ACROSS;
        }
        width = Math.max(left - GAP_ACROSS + MARGIN, graph.title().length() * NAME_PIXELS + 2 * MARGIN);
        height = tallest + TITLE_HEIGHT + 2 * MARGIN;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    Place of(String id) {
        return places.getOrDefault(id, new Place(MARGIN, MARGIN, 0, 0));
    }

    static String about(JobNode node) {
        return (node.kind().isEmpty() ? "" : node.kind() + " ") + "×" + node.parallelism();
    }

    static String shortened(String words) {
        return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS - 1) + "…";
    }

    private double heightOf(String id) {
        return nodes.containsKey(id) ? BOX_HEIGHT : WAYPOINT_HEIGHT;
    }

    private double heightOf(List<String> layer) {
        return layer.stream().mapToDouble(this::heightOf).sum() + GAP_DOWN * Math.max(0, layer.size() - 1);
    }

    private double widthOf(String id) {
        JobNode node = nodes.get(id);
        if (node == null) {
            return 0;
        }
        int small = Math.max(shortened(node.note()).length(), about(node).length());
        double words = Math.max(shortened(node.name()).length() * NAME_PIXELS, small * NOTE_PIXELS);
        return Math.max(LEAST_WIDTH, words + 2 * MARGIN);
    }
}
