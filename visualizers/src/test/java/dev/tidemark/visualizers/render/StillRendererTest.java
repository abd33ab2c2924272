package dev.tidemark.visualizers.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.visualizers.Samples;
import dev.tidemark.visualizers.eventtime.EventTimePlane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StillRendererTest {
    private static final String PLANE =
            EventTimePlane.of(Samples.clicks()).spec().json();

    @Test
    void a_specification_becomes_an_svg_with_its_words_in_it() {
        String svg = StillRenderer.shared().draw(PLANE).svg().orElseThrow();

        assertThat(svg).startsWith("<svg").endsWith("</svg>").contains("clicks per user", "processing time");
    }

    @Test
    void equal_specifications_give_equal_bytes_also_in_another_engine_and_time_zone() {
        String first = StillRenderer.shared().draw(PLANE).svg().orElseThrow();
        String second = StillRenderer.shared().draw(PLANE).svg().orElseThrow();
        TimeZone before = TimeZone.getDefault();
        try (StillRenderer other = new StillRenderer(Duration.ofMinutes(2))) {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            assertThat(other.draw(PLANE).svg()).contains(first);
        } finally {
            TimeZone.setDefault(before);
        }
        assertThat(second).isEqualTo(first);
    }

    @Test
    void what_is_no_specification_gives_no_picture_but_a_reason() {
        Still still = StillRenderer.shared().draw("{\"mark\":{\"type\":\"nonsense\"}}");

        assertThat(still.svg()).isEmpty();
        assertThat(still.reason()).isNotEmpty();
    }

    @Test
    void a_picture_that_takes_too_long_is_missing_and_the_next_one_is_drawn() {
        try (StillRenderer renderer = new StillRenderer(Duration.ofMinutes(2))) {
            renderer.warmUp().join();

            Still late = renderer.draw(PLANE, Duration.ofMillis(1));
            Still next = renderer.draw(PLANE);

            assertThat(late.svg()).isEmpty();
            assertThat(late.reason()).isEqualTo("it took longer than 1 ms to draw");
            assertThat(next.reason()).isEmpty();
        }
    }

    @Test
    void a_closed_renderer_gives_no_picture_but_a_reason() {
        StillRenderer renderer = new StillRenderer(Duration.ofMinutes(1));
        renderer.close();

        assertThat(renderer.draw(PLANE).reason()).isEqualTo("the renderer is closed");
    }

    @Test
    void a_specification_does_not_reach_a_file_that_is_there(@TempDir Path folder) throws IOException {
        String rows = "[{\"word\":\"from a file\",\"count\":3}]";
        Path file = Files.writeString(folder.resolve("rows.json"), rows);

        String inline = svg("{\"values\":" + rows + "}");
        String outside = svg("{\"url\":\"" + file.toUri() + "\",\"format\":{\"type\":\"json\"}}");

        assertThat(inline).contains("from a file");
        assertThat(outside).doesNotContain("from a file");
    }

    private static String svg(String data) {
        return StillRenderer.shared()
                .draw("{\"data\":" + data
                        + ",\"mark\":\"bar\",\"encoding\":{\"x\":{\"field\":\"word\",\"type\":\"nominal\"},"
                        + "\"y\":{\"field\":\"count\",\"type\":\"quantitative\"}}}")
                .svg()
                .orElse("");
    }

    @Test
    void warming_up_makes_the_engine_ready() {
        try (StillRenderer renderer = new StillRenderer(Duration.ofMinutes(1))) {
            assertThat(renderer.warmUp()).succeedsWithin(Duration.ofMinutes(1));
        }
    }
}
