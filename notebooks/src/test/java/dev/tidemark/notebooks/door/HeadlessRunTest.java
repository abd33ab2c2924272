package dev.tidemark.notebooks.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The first way: {@code ./tidemark run}, with neither Jupyter nor Python. */
@Tag("distribution")
class HeadlessRunTest {

    private static final Pattern SCRIPT_BODY = Pattern.compile("(<script\\b[^>]*>).*?</script>", Pattern.DOTALL);

    private static final Pattern FETCH = Pattern.compile(
            "<(?:script|img|link|iframe|source|object|embed|video|audio|image|use)\\b[^>]*?"
                    + "(?:src|srcset|href|data)\\s*=\\s*[\"']?(?:https?:)?//[^\\s\"'>]*"
                    + "|@import\\s+[^;]*|url\\(\\s*[\"']?(?:https?:)?//[^)]*",
            Pattern.CASE_INSENSITIVE);

    static List<Path> notebooks() {
        return Project.notebooks();
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void notebook_runs_without_an_error_and_leaves_a_page_that_needs_no_network(Path notebook) throws IOException {
        String name = Project.nameOf(notebook);
        Path folder = Project.workspace("headless/" + name);
        Path page = folder.resolve("page.html");
        Path executed = folder.resolve("executed.ipynb");

        Command.Outcome outcome = Command.tidemark(
                        "run", notebook.toString(), "--html", page.toString(), "--output", executed.toString())
                .run();

        assertThat(outcome.exitCode()).as(outcome.everything()).isZero();
        assertThat(ExecutedNotebook.read(executed).errors()).isEmpty();
        assertThat(fetchesOf(Files.readString(page))).isEmpty();
        assertThatPageIsWholeOffline(page, name);
    }

    @Test
    void smoke_notebook_shows_its_lines_and_its_values() {
        Path executed = Project.workspace("headless/values").resolve("executed.ipynb");

        Command.tidemark("run", Project.notebooks().get(0).toString(), "--output", executed.toString())
                .run();

        assertThat(ExecutedNotebook.read(executed).codeCells())
                .extracting(ExecutedNotebook.CodeCell::text)
                .containsExactly("smoke: ‹ok›\n", "2", "4.0");
    }

    private static List<String> fetchesOf(String html) {
        String withoutScripts = SCRIPT_BODY.matcher(html).replaceAll("$1</script>");
        return FETCH.matcher(withoutScripts).results().map(MatchResult::group).toList();
    }

    private static void assertThatPageIsWholeOffline(Path page, String name) throws IOException {
        Path picture = Files.createDirectories(
                        Project.target().resolve("screenshots").resolve(name))
                .resolve("page.png");

        Command.Outcome outcome =
                Command.browser("page.cjs", page.toString(), picture.toString()).run();

        assertThat(outcome.exitCode()).as(outcome.everything()).isZero();
        JsonNode seen = new ObjectMapper().readTree(outcome.out());
        assertThat(seen.path("refused")).as("fetches that the page tried").isEmpty();
        assertThat(seen.path("complaints")).as("errors of the page's scripts").isEmpty();
        assertThat(seen.path("broken").asInt())
                .as("pictures that were not loaded")
                .isZero();
        assertThat(seen.path("live").asInt())
                .as("charts drawn")
                .isEqualTo(seen.path("charts").asInt());
        assertThat(seen.path("text").asText()).isNotBlank();
    }
}
