package dev.tidemark.visualizers.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.visualizers.picture.Picture;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunInWordsTest {
    private static String form(Picture picture, String type) {
        return String.valueOf(picture.mimeBundle().get(type));
    }

    private static TranscriptView transcript(int lines, int open) {
        return new TranscriptView(
                "",
                IntStream.range(0, lines)
                        .mapToObj(i -> new TranscriptLine(LineKind.INPUT, "line " + i))
                        .toList(),
                open);
    }

    @Test
    void a_card_says_where_the_run_stands() {
        RunCard card = new RunCard(
                "clicks", "step 12 of 40", List.of(new Fact("clock", "09:00:05"), new Fact("watermark", "09:00:00")));

        assertThat(form(card, "text/plain"))
                .isEqualTo("clicks (step 12 of 40)\n  clock      09:00:05\n  watermark  09:00:00");
        assertThat(form(card, "text/html")).contains("clicks", "step 12 of 40", "09:00:05");
    }

    @Test
    void a_card_escapes_what_it_shows() {
        assertThat(form(new RunCard("<i>", "", List.of(new Fact("a&b", "<u>"))), "text/html"))
                .contains("&lt;i&gt;", "a&amp;b", "&lt;u&gt;")
                .doesNotContain("<i>", "<u>");
    }

    @Test
    void a_short_transcript_is_shown_whole() {
        assertThat(form(transcript(3, 4), "text/plain")).isEqualTo("line 0\nline 1\nline 2\n");
        assertThat(form(transcript(3, 4), "text/html")).doesNotContain("<details>");
    }

    @Test
    void a_long_transcript_is_folded_in_the_middle() {
        assertThat(form(transcript(1_000, 4), "text/plain"))
                .isEqualTo("line 0\nline 1\n… 996 lines …\nline 998\nline 999\n");
    }

    @Test
    void what_is_folded_can_be_unfolded_without_a_script() {
        assertThat(form(transcript(10, 4), "text/html"))
                .contains("<details><summary", "… 6 lines …", "line 5")
                .doesNotContain("<script");
    }

    @Test
    void each_kind_of_line_has_a_colour_of_its_own() {
        assertThat(List.of(LineKind.values())).extracting(LineKind::color).doesNotHaveDuplicates();
    }

    @Test
    void a_transcript_shows_at_least_two_lines() {
        assertThatThrownBy(() -> transcript(3, 1)).hasMessage("a transcript shows at least two lines, not 1");
    }
}
