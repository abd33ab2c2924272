package dev.tidemark.notebooks.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code tidemark}, also with what a user may get wrong. */
@Tag("distribution")
class CommandLineTest {

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "-h"})
    void help_tells_all_commands(String word) {
        Command.Outcome outcome = Command.tidemark(word).run();

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .contains("./tidemark notebook", "./tidemark run", "./tidemark kernel install", "./tidemark test");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            swim                       | unknown command 'swim'; there are: notebook, run, kernel, test, bench, help
            --verbose                  | unknown option '--verbose'
            run                        | run needs a notebook: ./tidemark run FILE.ipynb
            run --fast x.ipynb         | unknown option '--fast' of run
            run x.ipynb --html         | --html needs a value
            run x.ipynb --timeout soon | --timeout needs a whole number of seconds, not 'soon'
            run absent.ipynb           | there is no file 'absent.ipynb'
            run a.ipynb b.ipynb        | run takes one notebook, and there are two: 'a.ipynb' and 'b.ipynb'
            notebook --lab             | unknown option '--lab' of notebook; options for Jupyter itself follow --
            notebook --port home       | --port needs a number, not 'home'
            kernel                     | kernel needs a word: install
            kernel remove              | unknown word 'remove' of kernel; there is: install
            test --quick               | unknown option '--quick' of test
            test --only lunch          | unknown part 'lunch' of test; there are: units, notebooks, jdk25
            """)
    void what_is_not_understood_is_refused_by_name(String line, String message) {
        Command.Outcome outcome = Command.tidemark(line.split(" ")).in(folder).run();

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("tidemark: " + message);
    }

    @Test
    void first_failing_cell_ends_the_run_with_its_error_and_exit_code_1() throws IOException {
        Path notebook = notebookOf("int zero = 0;", "100 / zero", "System.out.println(\"after\");");

        Command.Outcome outcome = Command.tidemark("run", notebook.toString()).run();

        assertThat(outcome.exitCode()).as(outcome.everything()).isEqualTo(1);
        assertThat(outcome.everything())
                .contains("ArithmeticException", "/ by zero")
                .doesNotContain("after");
    }

    @Test
    void file_that_is_not_json_is_named_in_one_plain_error() throws IOException {
        Path notebook = Files.writeString(folder.resolve("letter.ipynb"), "Dear reader,");

        Command.Outcome outcome = Command.tidemark("run", notebook.toString()).run();

        assertThat(outcome.exitCode()).as(outcome.everything()).isNotZero();
        assertThat(outcome.err()).contains("letter.ipynb").doesNotContain("\tat ");
    }

    @Test
    void cell_that_outlives_its_limit_ends_the_run() throws IOException {
        Path notebook = notebookOf("while (true) { }");

        Command.Outcome outcome =
                Command.tidemark("run", notebook.toString(), "--timeout", "2").run();

        assertThat(outcome.exitCode()).as(outcome.everything()).isEqualTo(1);
    }

    @Test
    void names_with_spaces_and_letters_outside_ascii_are_taken_from_any_folder() throws IOException {
        Path notebook = notebookOf("System.out.println(\"gezählt\");");
        Path renamed = Files.move(notebook, folder.resolve("Ebbe und Flut – zwölf.ipynb"));

        Command.Outcome outcome = Command.tidemark(
                        "run", renamed.getFileName().toString(), "--html", "die Seite.html", "--output", "out.ipynb")
                .in(folder)
                .with("LC_ALL", "C")
                .run();

        assertThat(outcome.exitCode()).as(outcome.everything()).isZero();
        assertThat(ExecutedNotebook.read(folder.resolve("out.ipynb"))
                        .codeCells()
                        .get(0)
                        .printed())
                .isEqualTo("gezählt\n");
        assertThat(folder.resolve("die Seite.html")).exists();
    }

    @Test
    void notebook_runs_in_its_own_folder() throws IOException {
        Files.writeString(folder.resolve("beside.txt"), "found");
        Path notebook = notebookOf("System.out.println(Files.readString(Path.of(\"beside.txt\")));");
        Path out = folder.resolve("out.ipynb");

        Command.tidemark("run", notebook.toString(), "--output", out.toString()).run();

        assertThat(ExecutedNotebook.read(out).codeCells().get(0).printed()).isEqualTo("found\n");
    }

    @Test
    void java_home_without_a_java_is_refused() throws IOException {
        Path notebook = notebookOf("1");

        Command.Outcome outcome = Command.tidemark("run", notebook.toString())
                .with("JAVA_HOME", folder.toString())
                .run();

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).contains("JAVA_HOME is " + folder + ", and there is no bin/java in it");
    }

    private Path notebookOf(String... cells) throws IOException {
        return NotebookWriter.write(folder.resolve("made.ipynb"), List.of(cells));
    }
}
