package dev.tidemark.visualizers.graph;

import dev.tidemark.visualizers.graph.GraphPlaces.Place;
import dev.tidemark.visualizers.picture.Markup;
import java.util.List;
import java.util.Locale;

/** Writes a job graph as SVG. */
final class GraphSvg {
    private static final String ARROW = "<defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\""
            + " markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path d=\"M0,0L8,4L0,8Z\" fill=\"#57606a\"/></marker></defs>";

    private final JobGraph graph;
    private final Layers layers;
    private final GraphPlaces places;
    private final StringBuilder svg = new StringBuilder();

    private GraphSvg(JobGraph graph) {
        this.graph = graph;
        this.layers = Layers.of(graph);
        this.places = new GraphPlaces(graph, layers);
    }

    static String of(JobGraph graph) {
        GraphSvg drawing = new GraphSvg(graph);
        drawing.draw();
        return drawing.svg.toString();
    }

    private enum Words {
        TITLE("font-size=\"14\" font-weight=\"bold\" fill=\"#1c2127\""),
        NAME("font-size=\"13\" font-weight=\"bold\" fill=\"#1c2127\" text-anchor=\"middle\""),
        ABOUT("font-size=\"11\" fill=\"#57606a\" text-anchor=\"middle\""),
        NOTE("font-size=\"11\" fill=\"#1e7a45\" text-anchor=\"middle\""),
        /** Stands on lines, so it brings its own paper. */
        EDGE(
                "font-size=\"10\" fill=\"#57606a\" text-anchor=\"middle\" paint-order=\"stroke\" stroke=\"white\" stroke-width=\"4\"");

        private final String look;

        Words(String look) {
            this.look = look;
        }
    }

    private void draw() {
        String width = number(places.width());
        String height = number(places.height());
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" font-family=\"sans-serif\" ")
                .append(attribute("width", width) + attribute("height", height))
                .append(attribute("viewBox", "0 0 " + width + " " + height))
                .append(">" + ARROW + "<rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"white\"/>");
        write(Words.TITLE, GraphPlaces.MARGIN, GraphPlaces.MARGIN + 8, graph.title());
        graph.edges().forEach(this::line);
        graph.edges().forEach(this::label);
        graph.nodes().forEach(this::box);
        svg.append("</svg>");
    }

    private void box(JobNode node) {
        Place place = places.of(node.id());
        NodeColor color = NodeColor.of(node.kind());
        svg.append("<rect rx=\"6\" ")
                .append(attribute("x", number(place.left())) + attribute("y", number(place.top())))
                .append(attribute("width", number(place.width())) + attribute("height", number(place.height())))
                .append(attribute("fill", color.fill()) + attribute("stroke", color.stroke()))
                .append("/>");
        boolean noted = !node.note().isEmpty();
        double top = place.top() + (noted ? 19 : 26);
        write(Words.NAME, place.centre(), top, GraphPlaces.shortened(node.name()));
        write(Words.ABOUT, place.centre(), top + 15, GraphPlaces.about(node));
        if (noted) {
            write(Words.NOTE, place.centre(), top + 30, GraphPlaces.shortened(node.note()));
        }
    }

    private void line(JobEdge edge) {
        List<String> route = layers.route(edge);
        Place from = places.of(route.get(0));
        StringBuilder path = new StringBuilder("M" + point(from.right(), from.middle()));
        for (String station : route.subList(1, route.size())) {
            Place to = places.of(station);
            double bend = Math.max(GraphPlaces.GAP_ACROSS, Math.abs(to.left() - from.right())) / 2;
            path.append("C")
                    .append(point(from.right() + bend, from.middle()) + " ")
                    .append(point(to.left() - bend, to.middle()) + " ")
                    .append(point(to.left(), to.middle()));
            if (!station.equals(edge.to())) {
                path.append("H").append(number(to.right()));
            }
            from = to;
        }
        svg.append("<path fill=\"none\" stroke=\"#57606a\" stroke-width=\"1.3\" marker-end=\"url(#arrow)\" ")
                .append(attribute("d", path.toString()))
                .append("/>");
    }

    private void label(JobEdge edge) {
        if (!edge.label().isEmpty()) {
            List<String> route = layers.route(edge);
            Place from = places.of(route.get(0));
            Place to = places.of(route.get(1));
            write(Words.EDGE, (from.right() + to.left()) / 2, (from.middle() + to.middle()) / 2 + 3, edge.label());
        }
    }

    private void write(Words words, double x, double y, String text) {
        svg.append("<text ")
                .append(attribute("x", number(x)) + attribute("y", number(y)))
                .append(words.look)
                .append(">")
                .append(Markup.escape(text))
                .append("</text>");
    }

    private static String attribute(String name, String value) {
        return name + "=\"" + value + "\" ";
    }

    private static String point(double x, double y) {
        return number(x) + "," + number(y);
    }

    private static String number(double pixels) {
        return String.format(Locale.ROOT, "%.1f", pixels);
    }
}
