package dev.tidemark.visualizers.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.visualizers.Samples;
import dev.tidemark.visualizers.eventtime.EventTimePlane;
import java.time.Duration;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

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
    void a_specification_reaches_neither_files_nor_network_nor_classes() {
        String reaching = PLANE.replaceFirst(
                "\"data\":\\{\"name\":\"rows1\"}", "\"data\":{\"url\":\"file:///somewhere/events.json\"}");

        String svg = StillRenderer.shared().draw(reaching).svg().orElse("");

        assertThat(reaching).isNotEqualTo(PLANE);
        assertThat(svg).doesNotContain("events.json");
    }

    @Test
    void warming_up_makes_the_engine_ready() {
        try (StillRenderer renderer = new StillRenderer(Duration.ofMinutes(1))) {
            assertThat(renderer.warmUp()).succeedsWithin(Duration.ofMinutes(1));
        }
    }
}
