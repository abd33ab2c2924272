package dev.tidemark.notebooks.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The third way: the classic Notebook in Chromium, with the network cut. */
@Tag("distribution")
class ClassicNotebookTest {

    private static InstalledKernel kernel = new InstalledKernel(Path.of(""));

    @BeforeAll
    static void install() {
        kernel = InstalledKernel.inFolder("jupyter-classic");
    }

    static List<Path> notebooks() {
        return Project.notebooks();
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void run_all_ends_without_an_error_and_every_chart_is_seen_with_the_network_cut(Path notebook) throws Exception {
        JsonNode seen = runAllCellsOf(notebook);

        assertThat(seen.path("cells")).isNotEmpty().allSatisfy(cell -> {
            assertThat(cell.path("error").asText()).as("cell %s", cell).isEmpty();
            assertThat(cell.path("prompt").asText()).as("cell %s", cell).matches("\\d+");
            assertThat(cell.path("broken").asInt()).as("cell %s", cell).isZero();
            assertThat(cell.path("live").asInt())
                    .as("charts drawn in cell %s", cell)
                    .isEqualTo(cell.path("charts").asInt())
                    .isGreaterThanOrEqualTo(cell.path("chartsSent").asInt());
        });
        assertThat(seen.path("cells").findValues("charts").stream()
                                        .mapToInt(JsonNode::asInt)
                                        .sum()
                                > 0
                        || !Project.isCourse(notebook))
                .as("a notebook of the course shows at least one chart")
                .isTrue();
        assertThat(seen.path("refused")).as("addresses that the page asked for").isEmpty();
        assertThat(seen.path("complaints")).as("errors of scripts in the page").isEmpty();
    }

    private static JsonNode runAllCellsOf(Path notebook) throws Exception {
        String name = Project.nameOf(notebook);
        Path folder = Project.workspace("classic/" + name);
        Path copy = Files.copy(notebook, folder.resolve(notebook.getFileName()));
        Path pictures = Files.createDirectories(Project.target().resolve("screenshots/" + name));
        try (var server = ClassicServer.serving(folder, kernel)) {
            Command.Outcome outcome = Command.browser("classic.cjs", server.addressOf(copy), pictures.toString(), "180")
                    .run();
            assertThat(outcome.exitCode())
                    .as(outcome.everything() + Files.readString(folder.resolve("server.log")))
                    .isZero();
            return new ObjectMapper().readTree(outcome.out());
        }
    }
}
