package dev.tidemark.visualizers.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.visualizers.Samples;
import dev.tidemark.visualizers.eventtime.EventTimePlane;
import dev.tidemark.visualizers.render.StillRenderer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartTest {
    /** Whatever a page would go and fetch. */
    private static final Pattern FETCHED = Pattern.compile(
            "(?i)(?:src|href|srcset|poster)\\s*=\\s*[\"']?\\s*(?!data:)[^\"'\\s>]+|url\\((?!#)[^)]*\\)|@import");

    private static Chart chart;

    @BeforeAll
    static void draw_a_plane() {
        chart = EventTimePlane.of(Samples.clicks());
    }

    private static String html(Chart shown) {
        return form(shown.mimeBundle(), MimeTypes.HTML);
    }

    private static String form(Map<String, Object> forms, String type) {
        return String.valueOf(forms.get(type));
    }

    @Test
    void a_chart_has_every_form_that_a_front_end_may_want() {
        assertThat(chart.mimeBundle())
                .containsOnlyKeys("text/html", "application/vnd.vegalite.v5+json", "image/svg+xml", "text/plain");
    }

    @Test
    void its_html_carries_a_picture_for_places_without_scripts_and_the_specification_for_those_with() {
        assertThat(html(chart))
                .contains("<img ", "src=\"data:image/svg+xml;base64,", "alt=\"clicks per user and two minutes: ")
                .contains("<script type=\"application/json\">" + chart.spec().json() + "</script>");
    }

    @Test
    void neither_the_output_nor_the_loader_nor_the_page_fetches_anything() {
        assertThat(html(chart)).doesNotContainPattern(FETCHED);
        assertThat(NotebookLoader.script()).doesNotContainPattern(FETCHED);
        assertThat(chart.html()).doesNotContainPattern(FETCHED);
        Matcher marked = FETCHED.matcher("<img src=\"https://example.org/a.png\">");
        assertThat(marked.find()).isTrue();
    }

    @Test
    void the_specification_form_is_plain_maps() {
        assertThat(chart.mimeBundle().get(MimeTypes.VEGA_LITE)).isInstanceOf(Map.class);
    }

    @Test
    void a_still_picture_of_many_marks_says_in_its_caption_what_it_leaves_out() {
        Chart many = EventTimePlane.of(Samples.clicks(5_000, Duration.ofMinutes(30)));

        assertThat(html(many)).contains("This still picture draws 2,000 of ").contains("the live chart draws all");
        assertThat(form(many.mimeBundle(), MimeTypes.TEXT)).contains("This still picture draws 2,000 of ");
        assertThat(html(many)).contains(many.spec().json());
    }

    @Test
    void without_a_still_picture_the_chart_can_still_come_alive() {
        StillRenderer closed = new StillRenderer(Duration.ofSeconds(1));
        closed.close();

        Map<String, Object> forms = chart.mimeBundle(closed);

        assertThat(forms).doesNotContainKey("image/svg+xml");
        assertThat(form(forms, MimeTypes.HTML))
                .contains("No still picture: the renderer is closed", "application/json");
    }

    @Test
    void the_loader_gives_its_output_once() {
        NotebookLoader loader = new NotebookLoader();

        assertThat(loader.once()).isPresent();
        assertThat(loader.once()).isEmpty();
        loader.again();
        assertThat(loader.once()).isPresent();
    }

    @Test
    void a_chart_is_saved_in_the_form_that_the_name_ends_in(@TempDir Path folder) throws Exception {
        chart.save(folder.resolve("plane.html"));
        chart.save(folder.resolve("plane.svg"));
        chart.save(folder.resolve("plane.txt"));

        assertThat(Files.readString(folder.resolve("plane.html"))).startsWith("<!DOCTYPE html>");
        assertThat(Files.readString(folder.resolve("plane.svg"))).startsWith("<svg");
        assertThat(Files.readString(folder.resolve("plane.txt"))).startsWith("[chart] clicks per user");
    }

    @Test
    void a_name_with_another_ending_is_an_error_that_lists_the_endings() {
        assertThatThrownBy(() -> chart.save(Path.of("plane.gif")))
                .hasMessage("cannot save this picture as plane.gif; use a name that ends in .html, .txt, .svg");
    }

    @Test
    void text_is_escaped_where_it_stands_in_html() {
        assertThat(Markup.escape("<a href=\"x\">&'\u0000")).isEqualTo("&lt;a href=&quot;x&quot;&gt;&amp;&#39;\uFFFD");
    }
}
