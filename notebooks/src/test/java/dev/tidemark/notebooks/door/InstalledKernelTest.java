package dev.tidemark.notebooks.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The second way: Debian's nbclient talks to the installed kernel over ZeroMQ. */
@Tag("distribution")
class InstalledKernelTest {

    private static InstalledKernel kernel = new InstalledKernel(Path.of(""));

    @BeforeAll
    static void install() {
        kernel = InstalledKernel.inFolder("jupyter-nbclient");
    }

    static List<Path> notebooks() {
        return Project.notebooks();
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void notebook_shows_the_same_through_the_kernel_as_without_jupyter(Path notebook) {
        Path folder = Project.workspace("nbclient/" + Project.nameOf(notebook));
        Path overTheWire = folder.resolve("executed.ipynb");
        Path headless = folder.resolve("headless.ipynb");

        Command.Outcome outcome = Command.python(
                        Project.module().resolve("src/test/python/execute.py").toString(),
                        notebook.toString(),
                        overTheWire.toString(),
                        folder.toString(),
                        "120")
                .with(kernel.environment())
                .run();
        Command.tidemark("run", notebook.toString(), "--output", headless.toString())
                .run();

        assertThat(outcome.exitCode()).as(outcome.everything()).isZero();
        assertThat(ExecutedNotebook.read(overTheWire).errors()).isEmpty();
        assertThat(ExecutedNotebook.read(overTheWire).codeCells())
                .isEqualTo(ExecutedNotebook.read(headless).codeCells());
    }

    @Test
    void specification_names_the_java_and_every_jar_by_absolute_path() throws IOException {
        JsonNode specification =
                new ObjectMapper().readTree(kernel.specification().toFile());
        List<String> line = new ArrayList<>();
        specification.path("argv").forEach(argument -> line.add(argument.asText()));

        assertThat(specification.path("display_name").asText()).isEqualTo("Tidemark (Java)");
        assertThat(specification.path("language").asText()).isEqualTo("java");
        assertThat(specification.path("interrupt_mode").asText()).isEqualTo("message");
        assertThat(Path.of(line.get(0))).isAbsolute().isExecutable();
        assertThat(line.get(line.indexOf("-cp") + 1).split(":"))
                .isSorted()
                .allSatisfy(jar -> assertThat(Path.of(jar)).isAbsolute().isRegularFile());
        assertThat(line).endsWith("{connection_file}");
    }

    @Test
    void specification_brings_its_logos() {
        Path folder = kernel.specification().resolveSibling("");
        assertThat(List.of("logo-svg.svg", "logo-32x32.png", "logo-64x64.png"))
                .allSatisfy(
                        logo -> assertThat(Files.exists(folder.resolve(logo))).isTrue());
    }
}
