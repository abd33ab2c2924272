package dev.tidemark.visualizers.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StateTableTest {
    private static String form(StateTable table, String type) {
        return String.valueOf(table.mimeBundle().get(type));
    }

    private static List<StateRow> rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new StateRow("k" + i, "", "sum", i + "", "", ""))
                .toList();
    }

    @Test
    void its_plain_form_has_columns_and_leaves_out_those_that_are_empty() {
        StateTable table = new StateTable(
                "strongest per net",
                List.of(
                        new StateRow("ci", "[00:00, 06:00)", "max", "4.5", "", "watermark 06:00"),
                        new StateRow("ak", "[00:00, 06:00)", "max", "10.25", "", "watermark 06:00")));

        assertThat(form(table, "text/plain")).isEqualTo("""
                        strongest per net (2 rows)
                        key  window          state  value  fires at
                        ci   [00:00, 06:00)  max    4.5    watermark 06:00
                        ak   [00:00, 06:00)  max    10.25  watermark 06:00
                        """);
    }

    @Test
    void a_long_table_is_cut_and_says_how_much_is_left_out() {
        StateTable table = new StateTable("sums", rows(1_234), 3);

        assertThat(table.caption()).isEqualTo("the first 3 of 1,234 rows; 1,231 more");
        assertThat(form(table, "text/html")).contains("1,231 more", ">k2<").doesNotContain(">k3<");
        assertThat(form(table, "text/plain").lines()).hasSize(5);
    }

    @Test
    void no_state_is_said_so() {
        assertThat(form(new StateTable("sums", List.of()), "text/plain")).isEqualTo("sums (no state)\n");
        assertThat(form(new StateTable("sums", List.of()), "text/html"))
                .contains("no state")
                .doesNotContain("<table");
    }

    @Test
    void values_are_escaped_in_html_and_kept_on_one_line_in_plain_text() {
        StateTable table = new StateTable("s", List.of(new StateRow("k", "", "list", "<b>\n1", "", "")));

        assertThat(form(table, "text/html")).contains("&lt;b&gt;\n1");
        assertThat(form(table, "text/plain")).contains("<b> 1\n");
    }

    @Test
    void it_sets_no_colour_of_its_own_so_that_it_reads_on_light_and_dark_paper() {
        assertThat(form(new StateTable("s", rows(2)), "text/html")).doesNotContainPattern("color:\\s*#");
    }

    @Test
    void a_table_shows_at_least_one_row() {
        assertThatThrownBy(() -> new StateTable("s", rows(2), 0)).hasMessage("a table shows at least one row, not 0");
    }
}
