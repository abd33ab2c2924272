package dev.tidemark.visualizers.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class JobGraphTest {
    private static JobGraph graph(String... edges) {
        List<JobEdge> drawn = Stream.of(edges)
                .map(edge -> new JobEdge(edge.substring(0, 1), edge.substring(1), ""))
                .toList();
        List<JobNode> nodes = Stream.of(edges)
                .flatMap(edge -> Stream.of(edge.substring(0, 1), edge.substring(1)))
                .distinct()
                .map(id -> new JobNode(id, "operator " + id, "map", 1, ""))
                .toList();
        return new JobGraph("job", nodes, drawn);
    }

    private static List<List<String>> operators(JobGraph graph) {
        return Layers.of(graph).layers().stream()
                .map(layer -> layer.stream().filter(id -> id.length() == 1).toList())
                .toList();
    }

    @Test
    void an_operator_stands_one_layer_after_the_last_of_its_inputs() {
        assertThat(operators(graph("ab", "bc", "ac", "cd")))
                .containsExactly(List.of("a"), List.of("b"), List.of("c"), List.of("d"));
    }

    @Test
    void a_long_edge_passes_a_waypoint_in_every_layer_between() {
        JobGraph graph = graph("ab", "bc", "cd", "ad");

        assertThat(Layers.of(graph).route(new JobEdge("a", "d", ""))).hasSize(4);
    }

    @Test
    void inputs_stand_in_the_order_of_what_they_feed() {
        assertThat(operators(graph("ax", "by", "xz", "yz", "az"))).first().isEqualTo(List.of("a", "b"));
    }

    @Test
    void a_circle_is_drawn_all_the_same() {
        assertThat(graph("ab", "bc", "cb").svg()).startsWith("<svg").endsWith("</svg>");
    }

    @Test
    void equal_graphs_give_equal_drawings() {
        assertThat(graph("ab", "ac", "bd", "cd").svg())
                .isEqualTo(graph("ab", "ac", "bd", "cd").svg());
    }

    @Test
    void names_with_markup_stay_names() throws Exception {
        JobGraph graph = new JobGraph("<b>", List.of(new JobNode("1", "a < b & c", "\"q\"", 1, "'")), List.of());

        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(graph.svg())));

        assertThat(document.getDocumentElement().getTextContent()).contains("<b>", "a < b & c", "\"q\" ×1", "'");
    }

    @Test
    void its_plain_form_lists_operators_and_where_their_output_goes() {
        JobGraph graph = new JobGraph(
                "clicks",
                List.of(
                        new JobNode("1", "clicks", "source", 2, "watermark 09:00"),
                        new JobNode("2", "count", "", 4, "")),
                List.of(new JobEdge("1", "2", "key")));

        assertThat(graph.mimeBundle().get("text/plain"))
                .isEqualTo("clicks\n  clicks [source] ×2, watermark 09:00\n    → count (key)\n  count ×4");
    }

    @Test
    void no_operators_are_an_empty_drawing() {
        assertThat(new JobGraph("nothing", List.of(), List.of()).svg()).contains("nothing");
    }

    @Test
    void an_edge_to_nowhere_is_an_error_that_lists_the_operators() {
        assertThatThrownBy(() -> new JobGraph(
                        "job", List.of(new JobNode("1", "a", "", 1, "")), List.of(new JobEdge("1", "9", ""))))
                .hasMessage("edge 1 → 9 ends at no operator '9'; there are: 1");
    }

    @Test
    void two_operators_with_one_id_are_an_error() {
        JobNode node = new JobNode("1", "a", "", 1, "");

        assertThatThrownBy(() -> new JobGraph("job", List.of(node, node), List.of()))
                .hasMessage("two operators have the id '1'; give each its own");
    }
}
