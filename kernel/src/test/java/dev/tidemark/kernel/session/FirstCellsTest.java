package dev.tidemark.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.kernel.magic.Sheet;
import dev.tidemark.kernel.shell.EvaluatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstCellsTest {
    @Test
    void the_environment_asks_for_class_path_and_scripts_by_the_rules_of_its_system() {
        assertThat(SessionOptions.firstCells(
                        Map.of(
                                "TIDEMARK_CLASSPATH",
                                "C:\\my jars\\a.jar;C:\\lib\\*.jar",
                                "TIDEMARK_STARTUP",
                                "C:\\first.jsh"),
                        ";"))
                .containsExactly(
                        "%classpath \"C:\\my jars\\a.jar\"", "%jars \"C:\\lib\\*.jar\"", "%load \"C:\\first.jsh\"");
        assertThat(SessionOptions.firstCells(Map.of(), ":")).isEmpty();
    }

    @Test
    void a_script_runs_before_the_first_cell_and_a_failing_one_is_reported(@TempDir Path folder) throws IOException {
        Path script = Files.writeString(folder.resolve("first.jsh"), "int tide = 7;");
        List<String> cells =
                SessionOptions.firstCells(Map.of("TIDEMARK_STARTUP", folder.resolve("none.jsh") + ":" + script), ":");
        try (Sheet sheet = new Sheet(new SessionOptions(EvaluatorOptions.ofThisProcess(), List.of(), cells))) {
            assertThat(sheet.text("tide")).isEqualTo("7");
            assertThat(sheet.output())
                    .singleElement()
                    .asString()
                    .startsWith("stderr: at the start, %load \"" + folder.resolve("none.jsh") + "\" failed: ")
                    .contains("not found from ");
        }
    }
}
