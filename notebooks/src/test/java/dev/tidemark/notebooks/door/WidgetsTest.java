package dev.tidemark.notebooks.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every widget in the classic Notebook with its widget extension, used in Chromium as a reader uses it, and a table. */
@Tag("distribution")
class WidgetsTest {

    @Test
    void each_widget_answers_a_handler_that_never_ends_is_interrupted_and_a_table_sorts() throws Exception {
        InstalledKernel kernel = InstalledKernel.inFolder("jupyter-widgets");
        Path folder = Project.workspace("widgets");
        Path notebook = Files.copy(
                Project.module().resolve("src/test/resources/widgets.ipynb"), folder.resolve("widgets.ipynb"));
        Path pictures = Files.createDirectories(Project.target().resolve("screenshots/widgets"));
        try (var server = ClassicServer.serving(folder, kernel)) {
            Command.Outcome outcome = Command.browser(
                            "widgets.cjs", server.addressOf(notebook), pictures.toString(), "60")
                    .run();
            assertThat(outcome.exitCode())
                    .as(outcome.everything() + Files.readString(folder.resolve("server.log")))
                    .isZero();
            JsonNode report = new ObjectMapper().readTree(outcome.out());
            assertThat(report.path("seen").fieldNames())
                    .toIterable()
                    .containsExactly(
                            "slider", "button", "play", "dropdown", "selectionSlider", "checkbox", "text", "interrupt");
            assertThat(report.path("seen")).allMatch(JsonNode::asBoolean);
            assertThat(report.path("orders"))
                    .extracting(JsonNode::asText)
                    .containsExactly("Hull Ryde Deal", "Ryde Deal Hull", "Hull Deal Ryde", "Deal Hull Ryde");
            assertThat(report.path("refused"))
                    .as("addresses that the page asked for")
                    .isEmpty();
            assertThat(report.path("complaints"))
                    .as("errors of scripts in the page")
                    .isEmpty();
        }
        assertThat(pictures.resolve("widgets.png")).isNotEmptyFile();
    }
}
