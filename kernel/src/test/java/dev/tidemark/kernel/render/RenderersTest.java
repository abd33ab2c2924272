package dev.tidemark.kernel.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.kernel.spi.Notebook;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RenderersTest {
    /** A row of the tables here. */
    public record Port(String name, double metres, @Nullable Integer ships) {}

    private final List<String> complaints = new ArrayList<>();
    private final Renderers renderers = new Renderers((what, failure) -> complaints.add(what + ": " + failure));

    private String text(Object value) {
        return String.valueOf(renderers.render(value).get("text/plain"));
    }

    private String html(Object value) {
        return String.valueOf(renderers.render(value).get("text/html"));
    }

    @Test
    void records_become_a_table_that_sorts_without_network() {
        List<Port> ports = List.of(new Port("Hull", 7.5, 3), new Port("<Ryde>", 10.25, null));
        assertThat(text(ports))
                .isEqualTo(
                        "name   │ metres │ ships\n───────┼────────┼──────\nHull   │    7.5 │     3\n<Ryde> │  10.25 │  null");
        assertThat(html(ports))
                .contains("<table class=\"tidemark-table\" onclick=\"(function(t,e)")
                .contains("<th title=\"sort\" data-numeric=\"yes\"")
                .contains("&lt;Ryde&gt;")
                .doesNotContain("http", "<Ryde>", "background", "color:#");
    }

    @Test
    void a_table_is_cut_with_a_count_at_a_limit_that_can_be_set() {
        List<Port> ports =
                IntStream.range(0, 60).mapToObj(i -> new Port("p" + i, i, i)).toList();
        assertThat(text(ports)).endsWith("p49  │   49.0 │    49\n… 10 more, 60 in all");
        renderers.tableRows(2);
        assertThat(text(ports)).endsWith("p1   │    1.0 │     1\n… 58 more, 60 in all");
        assertThat(html(ports)).endsWith("<p>… 58 more, 60 in all</p>");
        assertThat(text(Notebook.table(ports, 3))).endsWith("… 57 more, 60 in all");
        assertThatThrownBy(() -> renderers.tableRows(0)).hasMessage("a table cannot be cut at 0 rows; give at least 1");
        assertThatThrownBy(() -> Notebook.table(ports, 0))
                .hasMessage("a table cannot be cut at 0 rows; give at least 1");
    }

    @Test
    void arrays_are_shown_by_their_elements_however_deep() {
        assertThat(text(new int[] {1, 2})).isEqualTo("[1, 2]");
        assertThat(text(new Object[] {new int[][] {{1}, {2, 3}}, "x", null})).isEqualTo("[[[1], [2, 3]], x, null]");
        assertThat(text(Map.of("k", new char[] {'a'}))).isEqualTo("{k=[a]}");
        assertThat(text(new int[100_000])).startsWith("[0, 0, 0").endsWith("… 99,000 more]");
        assertThat(text(List.of(new int[100_000]))).hasSizeLessThan(300);
    }

    @Test
    void a_stream_is_not_read() {
        Stream<Integer> stream = Stream.of(1, 2, 3);
        assertThat(text(stream)).isEqualTo("a Stream, not read: its elements come only once, and .toList() shows them");
        assertThat(stream.toList()).containsExactly(1, 2, 3);
        assertThat(text(IntStream.range(0, 3)))
                .startsWith("an IntStream, not read")
                .endsWith(".toArray() shows them");
    }

    @Test
    void json_comes_from_text_and_from_objects() {
        Map<String, Object> bundle = renderers.render(Notebook.json("{\"a\": [1, 2.5, null], \"b\": {\"c\": true}}"));
        assertThat(bundle.get("application/json")).hasToString("{a=[1, 2.5, null], b={c=true}}");
        assertThat(bundle.get("text/plain")).asString().contains("\"a\": [\n");
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("port", new Port("Hull", Double.NaN, 3));
        object.put("heights", new double[] {1.5});
        assertThat(Json.text(Json.tree(renderers.render(Notebook.json(object)).get("application/json"))))
                .isEqualTo("{\"port\":{\"name\":\"Hull\",\"metres\":null,\"ships\":3},\"heights\":[1.5]}");
    }

    @Test
    void text_that_is_no_json_is_complained_of_and_shown_as_it_is() {
        assertThat(text(Notebook.json("{broken"))).isEqualTo("JsonValue[value={broken]");
        assertThat(complaints).hasSize(1);
    }

    @Test
    void an_exception_folds_its_trace() {
        IllegalStateException thrown = new IllegalStateException("<no> water", new RuntimeException("ebb"));
        assertThat(text(thrown)).contains("<no> water").contains("Caused by: java.lang.RuntimeException: ebb");
        assertThat(html(thrown))
                .startsWith("<details><summary>java.lang.IllegalStateException: &lt;no&gt; water</summary><pre>")
                .endsWith("</pre></details>");
    }

    @Test
    void pictures_drawings_and_formulas_have_their_own_types() {
        assertThat(renderers.render(new BufferedImage(2, 3, BufferedImage.TYPE_INT_RGB)))
                .containsKey("image/png")
                .containsEntry("text/plain", "image, 2 × 3");
        assertThat(renderers.render(Notebook.png("png".getBytes(StandardCharsets.US_ASCII))))
                .containsEntry("image/png", "cG5n");
        assertThat(renderers.render(Notebook.svg("<svg/>"))).containsEntry("image/svg+xml", "<svg/>");
        assertThat(renderers.render(Notebook.latex("e^{i\\pi}")))
                .containsEntry("text/latex", "$$e^{i\\pi}$$")
                .containsEntry("text/plain", "e^{i\\pi}");
        assertThat(renderers.render(Notebook.latex("so $x$ is"))).containsEntry("text/latex", "so $x$ is");
        assertThat(renderers.render(Notebook.markdown("*a*"))).containsEntry("text/markdown", "*a*");
        assertThat(renderers.render(Notebook.html("<b>a</b>"))).containsEntry("text/plain", "a");
    }
}
