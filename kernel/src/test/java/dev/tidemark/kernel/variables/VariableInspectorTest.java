package dev.tidemark.kernel.variables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.kernel.magic.Sheet;
import dev.tidemark.kernel.spi.CommMessage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VariableInspectorTest {
    private Sheet sheet;

    @BeforeEach
    void open() {
        sheet = new Sheet();
        sheet.output();
    }

    @AfterEach
    void close() {
        sheet.close();
    }

    private List<String> says(Map<String, Object> data) {
        sheet.session().outsideCell("a message", () -> {
            sheet.session().comms().said("c1", new CommMessage(data, Map.of(), List.of()));
            return true;
        });
        return sheet.output();
    }

    private List<String> opened() {
        sheet.session().outsideCell("opening", () -> {
            sheet.session().comms().opened("c1", "tidemark.variables", new CommMessage(Map.of(), Map.of(), List.of()));
            return true;
        });
        return sheet.output();
    }

    @Test
    void a_front_end_hears_of_the_variables_when_it_opens_the_comm_and_after_each_change() {
        sheet.run("int a = 1;");
        assertThat(opened())
                .singleElement()
                .asString()
                .startsWith("MESSAGE ")
                .contains("name=a", "type=int", "value=1");
        sheet.run("a = 2;");
        assertThat(sheet.output()).singleElement().asString().contains("value=2");
        sheet.run("1 + 1");
        assertThat(sheet.output()).isEmpty();
    }

    @Test
    void a_front_end_may_ask_for_the_list_and_for_a_value() {
        sheet.run("record Port(String name) {}\nvar ports = List.of(new Port(\"Hull\"));");
        opened();
        assertThat(says(Map.of("method", "list"))).singleElement().asString().contains("ports");
        assertThat(says(Map.of("method", "inspect", "name", "ports")))
                .singleElement()
                .asString()
                .contains("inspected", "text/html", "Hull");
        assertThat(says(Map.of("method", "inspect", "name", "nothing")))
                .singleElement()
                .asString()
                .contains("there is no variable 'nothing'; %vars lists those that there are");
        assertThat(says(Map.of("method", "guess"))).singleElement().asString().contains("there are list and inspect");
    }

    @Test
    void a_comm_that_is_closed_hears_no_more() {
        opened();
        sheet.session().outsideCell("closing", () -> {
            sheet.session().comms().closed("c1");
            return true;
        });
        sheet.run("int b = 1;");
        assertThat(sheet.output()).isEmpty();
    }

    @Test
    void a_live_table_follows_the_cells() {
        sheet.run("int a = 1;");
        sheet.run("%vars live");
        assertThat(sheet.output())
                .singleElement()
                .asString()
                .startsWith("display: name │")
                .contains("a    │ int  │ 1");
        sheet.run("a++;");
        assertThat(sheet.output())
                .singleElement()
                .asString()
                .startsWith("update: ")
                .contains("a    │ int  │ 2");
        assertThat(sheet.failure("%vars dead")).endsWith("%vars takes nothing or the word live, not dead");
    }

    @Test
    void values_are_told_briefly_and_one_that_cannot_be_shown_says_so() {
        sheet.run("""
                var many = IntStream.range(0, 1_000_000).boxed().toList();
                class Mute { public String toString() { throw new IllegalStateException("no words"); } }
                var mute = new Mute();
                var deep = new int[][] {{1, 2}, {3}};
                var self = new ArrayList<Object>(); self.add(self);
                Map<String, Integer> heights = new TreeMap<>(Map.of("Hull", 7));""");
        assertThat(sheet.text("%vars"))
                .contains("[0, 1, 2, 3,")
                .containsPattern("… 999,9\\d\\d more]")
                .contains("cannot be shown: java.lang.IllegalStateException: no words")
                .contains("[[1, 2], [3]]")
                .contains("cannot be shown: java.lang.StackOverflowError")
                .contains("{Hull=7}");
    }
}
