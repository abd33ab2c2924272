package dev.tidemark.notebooks.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The kernel as somebody uses it who types: in the classic Notebook in Chromium, and in a terminal. */
@Tag("distribution")
class InteractiveSessionTest {

    @Test
    void a_reader_runs_completes_looks_up_answers_and_interrupts_in_the_browser() throws Exception {
        InstalledKernel kernel = InstalledKernel.inFolder("jupyter-session");
        Path folder = Project.workspace("session");
        Path notebook = Files.copy(
                Project.module().resolve("src/test/resources/session.ipynb"), folder.resolve("session.ipynb"));
        Path pictures = Files.createDirectories(Project.target().resolve("screenshots/session"));
        try (var server = ClassicServer.serving(folder, kernel)) {
            Command.Outcome outcome = Command.browser(
                            "session.cjs", server.addressOf(notebook), pictures.toString(), "60")
                    .run();
            assertThat(outcome.exitCode())
                    .as(outcome.everything() + Files.readString(folder.resolve("server.log")))
                    .isZero();
            JsonNode report = new ObjectMapper().readTree(outcome.out());
            JsonNode seen = report.path("seen");
            assertThat(seen.path("completions")).extracting(JsonNode::asText).contains("metres()");
            assertThat(seen.path("documentation").asText()).contains("Math.floorMod(int x, int y)");
            assertThat(report.path("refused")).isEmpty();
            assertThat(report.path("complaints")).isEmpty();
        }
    }

    @Test
    void a_terminal_shows_results_hints_questions_and_interrupts() {
        InstalledKernel kernel = InstalledKernel.inFolder("jupyter-console");
        Command.Outcome outcome = Command.python(
                        Project.module().resolve("src/test/python/console.py").toString(), "tidemark")
                .with(kernel.environment())
                .with("JUPYTER_PATH", kernel.data().toString())
                .run();
        assertThat(outcome.exitCode()).as(outcome.everything()).isZero();
    }
}
