package dev.tidemark.kernel.widgets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.tidemark.kernel.render.Json;
import dev.tidemark.kernel.session.FrontEnd;
import dev.tidemark.kernel.spi.Notebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WidgetTest {
    private RecordedComms page;

    @BeforeEach
    void open() {
        page = new RecordedComms("request-7");
    }

    @AfterEach
    void close() {
        page.close();
    }

    private JsonObject opening(Widget widget) {
        page.take();
        page.show(widget);
        return page.take().stream()
                .filter(event -> event.act() == FrontEnd.CommAct.OPEN)
                .reduce((earlier, later) -> later)
                .map(event -> Json.tree(event.data()).getAsJsonObject())
                .orElseThrow();
    }

    @Test
    void a_widget_is_opened_in_both_dialects_when_it_is_first_shown() {
        IntSlider slider = new IntSlider("speed", 0, 10, 3);
        assertThat(page.take()).isEmpty();
        JsonObject opening = opening(slider);
        assertThat(opening.get("_model_module").getAsString()).isEqualTo("jupyter-js-widgets");
        assertThat(opening.get("_view_name").getAsString()).isEqualTo("IntSliderView");
        assertThat(opening.get("value").getAsInt()).isEqualTo(3);
        JsonObject state = opening.getAsJsonObject("state");
        assertThat(state.get("_model_module").getAsString()).isEqualTo("@jupyter-widgets/controls");
        assertThat(state.get("_model_name").getAsString()).isEqualTo("IntSliderModel");
        assertThat(state.get("description").getAsString()).isEqualTo("speed");
        assertThat(opening.getAsJsonArray("buffer_paths")).isEmpty();
    }

    @Test
    void the_opening_says_which_protocol_it_speaks() {
        page.show(new Checkbox("wet", true));
        FrontEnd.CommEvent opening = page.take().get(0);
        assertThat(opening.target()).isEqualTo("jupyter.widget");
        assertThat(opening.metadata().get("version")).isEqualTo("2.1.0");
    }

    @Test
    void showing_it_again_opens_it_only_once() {
        Checkbox box = new Checkbox("wet", true);
        assertThat(page.show(box)).isEqualTo(page.show(box)).isNotEmpty();
        assertThat(page.take())
                .filteredOn(event -> event.act() == FrontEnd.CommAct.OPEN)
                .hasSize(1);
    }

    @Test
    void what_the_notebook_sets_is_told_and_moved_inside_the_bounds() {
        IntSlider slider = new IntSlider("speed", 0, 10, 3);
        List<Integer> heard = new ArrayList<>();
        slider.onChange(heard::add);
        page.show(slider);
        page.take();
        slider.value(99);
        slider.value(10);
        assertThat(page.said().get(0))
                .isEqualTo("{\"method\":\"update\",\"state\":{\"value\":10},\"buffer_paths\":[],\"buffers\":[]}");
        assertThat(heard).containsExactly(10);
    }

    @Test
    void what_the_reader_sets_is_heard_in_both_dialects() {
        IntSlider slider = new IntSlider("speed", 0, 10, 3);
        slider.onChange(value -> System.out.println("speed " + value));
        String id = page.show(slider);
        page.take();
        page.say(id, "{\"method\":\"update\",\"state\":{\"value\":4},\"buffer_paths\":[]}");
        page.say(id, "{\"method\":\"backbone\",\"sync_method\":\"update\",\"sync_data\":{\"value\":5}}");
        assertThat(page.printed()).isEqualTo("speed 4\nspeed 5\n");
        assertThat(slider.value()).isEqualTo(5);
        assertThat(page.take()).as("the page knows what it said").isEmpty();
    }

    @Test
    void a_value_that_is_not_allowed_is_corrected_in_the_page() {
        IntSlider slider = new IntSlider("speed", 0, 10, 3);
        String id = page.show(slider);
        page.take();
        page.say(id, "{\"method\":\"update\",\"state\":{\"value\":400}}");
        assertThat(slider.value()).isEqualTo(10);
        assertThat(page.said().get(0)).contains("\"value\":10");
    }

    @Test
    void a_page_that_says_nonsense_changes_nothing() {
        Checkbox box = new Checkbox("wet", true);
        String id = page.show(box);
        for (String odd : List.of(
                "{}",
                "{\"method\":\"update\"}",
                "{\"method\":\"update\",\"state\":{\"value\":\"x\"}}",
                "{\"method\":7}")) {
            page.say(id, odd);
        }
        assertThat(box.value()).isTrue();
    }

    @Test
    void a_click_runs_the_handlers_and_their_failure_is_shown() {
        Button button = new Button("Go");
        button.onClick(() -> System.out.println("gone"));
        button.onClick(() -> {
            throw new IllegalStateException("too far");
        });
        String id = page.show(button);
        page.say(id, "{\"method\":\"custom\",\"content\":{\"event\":\"click\"}}");
        assertThat(page.printed()).startsWith("gone\n").contains("too far");
    }

    @Test
    void a_selection_goes_by_label_and_by_index() {
        Dropdown<Integer> choice = new Dropdown<>("n", List.of(10, 20, 30), n -> "#" + n);
        String id = page.show(choice);
        page.say(id, "{\"method\":\"update\",\"state\":{\"index\":2}}");
        assertThat(choice.value()).isEqualTo(30);
        page.say(id, "{\"method\":\"backbone\",\"sync_data\":{\"value\":\"#20\"}}");
        assertThat(choice.value()).isEqualTo(20);
        page.take();
        choice.value(10);
        assertThat(page.said().get(0)).contains("\"index\":0").contains("\"value\":\"#10\"");
        assertThatThrownBy(() -> choice.value(11)).hasMessage("11 is not one of [10, 20, 30]");
        assertThatThrownBy(() -> new Dropdown<>("", List.of())).hasMessageContaining("nothing to select from");
        assertThatThrownBy(() -> new SelectionSlider<>("", List.of("a", "a"))).hasMessageContaining("the same label");
    }

    @Test
    void a_box_names_its_children_which_are_opened_before() {
        IntSlider slider = new IntSlider("a", 0, 1, 0);
        Checkbox box = new Checkbox("b", false);
        JsonObject opening = opening(new HBox(slider, new VBox(box)));
        assertThat(opening.getAsJsonObject("state")
                        .getAsJsonArray("children")
                        .get(0)
                        .getAsString())
                .isEqualTo("IPY_MODEL_" + page.show(slider));
        assertThat(opening.getAsJsonArray("children")).hasSize(2);
    }

    @Test
    void a_layout_is_a_model_of_its_own() {
        FloatProgress bar = new FloatProgress("done", 0, 1);
        bar.layout(Map.of("width", "60%"));
        page.show(bar);
        List<FrontEnd.CommEvent> sent = page.take();
        assertThat(Json.text(Json.tree(sent.get(0).data())))
                .contains("LayoutModel")
                .contains("\"width\":\"60%\"");
        assertThat(Json.text(Json.tree(sent.get(1).data())))
                .contains("\"layout\":\"IPY_MODEL_" + sent.get(0).id() + "\"")
                .contains("\"_model_name\":\"ProgressModel\"")
                .contains("\"_model_name\":\"FloatProgressModel\"");
    }

    @Test
    void linked_values_follow_each_other() {
        IntSlider one = new IntSlider("one", 0, 10, 3);
        IntSlider other = new IntSlider("other", 0, 5, 0);
        one.link(other);
        assertThat(other.value()).isEqualTo(3);
        String id = page.show(one);
        page.show(other);
        page.say(id, "{\"method\":\"update\",\"state\":{\"value\":4}}");
        assertThat(other.value()).isEqualTo(4);
        other.value(1);
        assertThat(one.value()).isEqualTo(1);
        one.value(9);
        assertThat(other.value()).as("cut at its own bound").isEqualTo(5);
        assertThat(one.value()).as("and the other follows").isEqualTo(5);
    }

    @Test
    void a_link_of_the_front_end_names_both_sides() {
        Play play = new Play(0, 10, 100);
        IntSlider slider = new IntSlider("t", 0, 10, 0);
        FrontEndLink.between(play, slider);
        String opening = page.said().get(2);
        assertThat(opening).contains("LinkModel").contains("[\"IPY_MODEL_" + page.show(play) + "\",\"value\"]");
        assertThatThrownBy(() ->
                        FrontEndLink.between(new Dropdown<>("", List.of("a")), new SelectionSlider<>("", List.of("a"))))
                .hasMessageContaining("use source.link(target)");
    }

    @Test
    void captured_output_is_claimed_for_as_long_as_it_is_made() {
        OutputArea output = new OutputArea();
        page.show(output);
        page.take();
        output.capture(() -> System.out.println("inside"));
        assertThat(page.said())
                .extracting(json -> json.replaceAll(".*(\"msg_id\":\"[^\"]*\").*", "$1"))
                .containsExactly("\"msg_id\":\"request-7\"", "\"msg_id\":\"\"");
        assertThat(page.printed()).isEqualTo("inside\n");
        output.clear();
        assertThat(page.printed()).isEqualTo("clear\n");
    }

    @Test
    void a_page_that_is_loaded_anew_gets_the_states() throws Exception {
        Text field = new Text("name", "Ada");
        String id = page.show(field);
        field.value("Grace");
        page.take();
        page.say(id, "{\"method\":\"request_state\"}");
        assertThat(page.said().get(0)).contains("\"value\":\"Grace\"").contains("@jupyter-widgets/controls");
        page.open("control", "jupyter.widget.control");
        page.say("control", "{\"method\":\"request_states\"}");
        assertThat(page.said().get(0))
                .startsWith("{\"method\":\"update_states\",\"states\":{\"" + id + "\":{\"model_name\":\"TextModel\"")
                .contains("Grace");
    }

    @Test
    void a_page_of_version_six_is_known_by_its_question() throws Exception {
        page.open("version", "jupyter.widget.version");
        assertThat(page.said().get(0)).isEqualTo("{\"version\":\"~2.1.0\"}");
        Text field = new Text("name", "Ada");
        String id = page.show(field);
        page.take();
        page.say(id, "{\"method\":\"request_state\"}");
        assertThat(page.said().get(0)).contains("\"_model_module\":\"jupyter-js-widgets\"");
    }

    @Test
    void a_closed_widget_is_gone_from_the_page_and_keeps_its_value() {
        IntSlider slider = new IntSlider("speed", 0, 10, 3);
        String id = page.show(slider);
        page.take();
        slider.close();
        assertThat(page.take()).extracting(FrontEnd.CommEvent::act).containsExactly(FrontEnd.CommAct.CLOSE);
        slider.value(4);
        assertThat(page.take()).isEmpty();
        assertThat(page.show(slider)).isNotEqualTo(id);
        assertThat(slider.value()).isEqualTo(4);
    }

    @Test
    void without_a_widget_manager_widgets_are_text() {
        page.close();
        try (RecordedComms nobody = new RecordedComms("")) {
            OutputArea output = new OutputArea();
            Notebook.display(new VBox(
                    new HBox(new IntSlider("speed", 0, 10, 3), new Checkbox("wet", true)),
                    new Dropdown<>("port", List.of("Hull", "Ryde")),
                    new HTML("<b>bold</b>"),
                    new Button("Go")));
            output.capture(() -> System.out.println("plain"));
            nobody.session.flush();
            assertThat(nobody.printed())
                    .isEqualTo(
                            "IntSlider speed: 3 | Checkbox wet: true\nDropdown port: Hull\nbold\nButton: Go\nplain\n");
            assertThat(nobody.take()).isEmpty();
        }
    }

    @Test
    void bounds_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> new IntSlider("", 2, 1, 1)).hasMessage("the bounds 2 and 1 are the wrong way round");
        assertThatThrownBy(() -> new FloatProgress("", 1, 1)).hasMessage("a bar from 1.0 to 1.0 has no length");
        assertThatThrownBy(() -> new Play(0, 1, 0)).hasMessage("an interval of 0 ms; give at least 1");
    }
}
