package dev.tidemark.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.kernel.spi.Completion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BuiltInMagicsTest {
    private final Sheet sheet = new Sheet();

    @AfterAll
    void close() {
        sheet.close();
    }

    @BeforeEach
    void forget() {
        sheet.run("%reset");
        sheet.output();
    }

    @Test
    void help_names_every_magic_or_one() {
        assertThat(sheet.text("%help"))
                .contains("%maven ", "%mavenRepo ", "%%pom ", "%jars ", "%load ", "%%bench ", "%methods ", "%save ")
                .contains("%%sh ", "%%html ", "%%markdown ", "%%writefile ", "%env ", "%javadoc ", "%time ", "%%time ");
        assertThat(sheet.text("%help %time"))
                .isEqualTo("%%time       runs the cell and says how long it took\n"
                        + "%time        CODE runs it and says how long it took");
        assertThat(sheet.failure("%help tide")).endsWith("there is no magic tide; %help alone lists all");
        assertThat(sheet.session().complete("%%wr", 4)).containsExactly(new Completion("%%writefile", 0, "magic"));
    }

    @Test
    void a_class_a_script_and_a_notebook_are_loaded(@TempDir Path folder) throws IOException {
        Path type =
                Files.writeString(folder.resolve("Moon.java"), "package tides;\n\npublic record Moon(int age) {}\n");
        sheet.run("%load " + type);
        assertThat(sheet.text("new Moon(3)")).isEqualTo("Moon[age=3]");
        Path script =
                Files.writeString(folder.resolve("a.jsh"), "/set feedback silent\nint a = 4;\n/exit\nint a = 5;\n");
        sheet.run("%load " + script);
        assertThat(sheet.output())
                .containsExactly("stderr: note: left out, for it is a command of jshell: /set feedback silent");
        assertThat(sheet.text("a")).isEqualTo("4");
        Path notebook = Files.writeString(
                folder.resolve("my notes.ipynb"),
                "{\"nbformat\":4,\"cells\":[{\"cell_type\":\"markdown\",\"source\":\"# b\"},"
                        + "{\"cell_type\":\"code\",\"source\":[\"int b = 6;\\n\",\"%help reset\"]},"
                        + "{\"cell_type\":\"code\",\"source\":\"b * a\"}]}");
        assertThat(sheet.text("%load \"" + notebook + "\"")).isEqualTo("24");
    }

    @Test
    void what_cannot_be_loaded_says_why(@TempDir Path folder) throws IOException {
        assertThat(sheet.failure("%load nowhere.jsh")).contains("nowhere.jsh: not found from ");
        Path broken = Files.writeString(folder.resolve("broken.ipynb"), "{}");
        assertThat(sheet.failure("%load " + broken)).contains(broken + " is no notebook of format 4");
        Path failing = Files.writeString(
                folder.resolve("failing.ipynb"),
                "{\"cells\":[{\"cell_type\":\"code\",\"source\":\"1\"},{\"cell_type\":\"code\",\"source\":\"1 / 0\"}]}");
        assertThat(sheet.failure("%load " + failing)).contains("/ by zero").endsWith("in " + failing + ", code cell 2");
    }

    @Test
    void cells_that_succeeded_are_saved_and_can_be_loaded(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("work.jsh");
        try (Sheet own = new Sheet()) {
            own.run("int a = 1;");
            own.failure("int b = c;");
            own.run("a + 41");
            assertThat(own.text("%save " + file)).isEqualTo("saved 2 cells in " + file);
            assertThat(file).hasContent("int a = 1;\n\na + 41\n");
            assertThat(own.failure("%save " + file)).contains("it exists; -f replaces it, -a appends to it");
            assertThat(own.text("%save -f " + file + " 1")).isEqualTo("saved 1 cells in " + file);
            assertThat(own.text("%save -a " + file + " 3-3")).isEqualTo("saved 1 cells in " + file);
            assertThat(own.failure("%save " + folder.resolve("x") + " 2"))
                    .endsWith("%save: no cell 2 has succeeded; there are [1, 3, 4, 6, 7]");
        }
        assertThat(sheet.text("%load " + file)).isEqualTo("42");
    }

    @Test
    void a_cell_is_written_into_a_file(@TempDir Path folder) {
        Path file = folder.resolve("a b.txt");
        assertThat(sheet.text("%%writefile \"" + file + "\"\none\n%two\n")).isEqualTo("Writing " + file);
        assertThat(sheet.text("%%writefile -a \"" + file + "\"\nthree")).isEqualTo("Appending to " + file);
        assertThat(file).hasContent("one\n%two\nthree");
        assertThat(sheet.text("%%writefile \"" + file + "\"\nfour")).isEqualTo("Overwriting " + file);
        assertThat(file).hasContent("four");
    }

    @Test
    void jars_join_the_class_path_by_file_folder_or_pattern(@TempDir Path folder) throws IOException {
        Path a = jar(folder.resolve("a.jar"));
        Path b = jar(Files.createDirectory(folder.resolve("deep")).resolve("b.jar"));
        assertThat(sheet.text("%jars " + a)).isEqualTo("added " + a);
        assertThat(sheet.text("%jars " + folder)).isEqualTo("added " + a);
        assertThat(sheet.text("%jars " + folder + "/**.jar")).isEqualTo("added " + a + "\nadded " + b);
        assertThat(sheet.text("%classpath")).contains(a.toString(), b.toString());
        assertThat(sheet.failure("%jars " + folder + "/x*.jar")).contains("no jar matches, looking from ");
    }

    private static Path jar(Path file) throws IOException {
        new JarOutputStream(Files.newOutputStream(file), new java.util.jar.Manifest()).close();
        return file;
    }

    @Test
    void methods_are_listed_with_their_signatures() {
        sheet.run("int twice(int n) { return 2 * n; }\nString name() { return \"\"; }");
        assertThat(sheet.text("%methods")).isEqualTo("int twice(int)\nString name()");
    }

    @Test
    void types_are_imported_by_their_simple_names() {
        assertThat(sheet.text("%import HttpRequest java.net.http.HttpResponse"))
                .isEqualTo("import java.net.http.HttpRequest;\nimport java.net.http.HttpResponse;");
        assertThat(sheet.text("HttpRequest.class.getSimpleName()")).isEqualTo("HttpRequest");
        assertThat(sheet.failure("%import")).endsWith("%import needs a type, such as: %import HttpClient");
        assertThat(sheet.failure("%import NoSuchType"))
                .contains("no public type on the class path is called NoSuchType");
        assertThat(sheet.failure("%import no.such.Type")).contains("cannot import no.such.Type");
        assertThat(sheet.failure("%import Date"))
                .contains("Date may be java.util.Date, java.sql.Date")
                .contains("say which, such as: %import java.util.Date");
    }

    @Test
    void the_notebooks_classes_are_listed_and_written_as_a_jar(@TempDir Path folder) throws Exception {
        sheet.run("record Shipped(int a) {}\nint factor = 2;\n"
                + "java.io.Serializable twice = (Function<Integer, Integer> & java.io.Serializable) x -> x * factor;");
        assertThat(sheet.text("%classes")).containsPattern("REPL\\.\\$JShell\\$\\w+\\$Shipped  \\d+ bytes");
        Path jar = folder.resolve("all.jar");
        assertThat(sheet.text("%classes " + jar)).startsWith("wrote " + jar + ", ");
        assertThat(sheet.failure("%classes " + jar + " twice")).contains("reads the notebook variable 'factor'");
        sheet.run("%classes " + jar + " twice --by-value");
        try (JarFile written = new JarFile(jar.toFile())) {
            assertThat(written.stream().map(JarEntry::getName))
                    .isNotEmpty()
                    .noneMatch(name -> name.contains("Shipped.class"));
        }
        assertThat(sheet.failure("%classes " + jar + " none")).contains("there is no variable 'none'");
    }

    @Test
    void the_doctor_says_how_the_kernel_is() {
        assertThat(sheet.text("%doctor"))
                .startsWith("Java " + Runtime.version())
                .contains("MB of the heap in use")
                .contains("cells left behind, which an interrupt did not stop: 0");
    }

    @Test
    void javadoc_shows_signatures() {
        assertThat(sheet.text("%javadoc Math.floorMod(")).contains("int Math.floorMod(int x, int y)");
        assertThat(sheet.failure("%javadoc Nonsense.none(")).contains("nothing is known of 'Nonsense.none('");
    }

    @Test
    void html_and_markdown_are_shown_as_such() {
        assertThat(sheet.run("%%html\n<b>x</b>")).containsEntry("text/html", "<b>x</b>");
        assertThat(sheet.run("%%markdown\n# x")).containsEntry("text/markdown", "# x");
    }

    @Test
    void a_shell_prints_and_its_failure_fails_the_cell() {
        sheet.run("%env TIDE = high water");
        assertThat(sheet.text("%env TIDE")).isEqualTo("high water");
        sheet.output();
        sheet.run("%%sh\necho \"$TIDE\"\necho ü");
        assertThat(sheet.output()).containsExactly("stdout: high water\nü");
        assertThat(sheet.failure("%%sh\necho wrong >&2; exit 3")).endsWith("%%sh ended with exit code 3");
        assertThat(sheet.output()).containsExactly("stderr: wrong");
    }

    @Test
    void a_shell_can_be_interrupted() {
        Thread reader = new Thread(() -> {
            while (!sheet.output().contains("stdout: go")) {
                Thread.onSpinWait();
            }
            sheet.session().interrupt();
        });
        reader.start();
        assertThat(sheet.failure("%%sh\necho go; sleep 600; echo on")).contains("interrupted");
    }

    @Test
    void a_bench_gives_median_and_spread() {
        assertThat(sheet.text("int calls = 0;\ncalls")).isEqualTo("0");
        assertThat(sheet.text("%%bench -r 5 -n 4 -w 0\nint one = 1;\ncalls += one"))
                .matches(
                        "median [\\d.]+ [nµm]s, from [\\d.]+ [nµm]s to [\\d.]+ [nµm]s \\(5 rounds of 4 runs, after 0 to warm up\\)");
        assertThat(sheet.text("calls")).isEqualTo("20");
    }

    @Test
    void a_bench_takes_statements_and_calls_without_a_value() {
        sheet.run("int calls = 0;\nvoid call() { calls++; }");
        sheet.run("%%bench -r 1 -n 1 -w 0\ncall()");
        sheet.run("%%bench -r 1 -n 1 -w 0\nfor (int i = 0; i < 3; i++) {\n  call();\n}");
        assertThat(sheet.text("calls")).isEqualTo("4");
        assertThat(sheet.failure("%%bench\ncall();\nnone()")).contains(":3:").contains("none()");
        assertThat(sheet.failure("%%bench -x\n1")).endsWith("%%bench: unknown option -x; there are -r, -n, -w");
    }

    @Test
    void the_median_of_rounds_is_the_middle_one() {
        Measured measured = Measured.of(List.of(30.0, 2_000.0, 10.0, 40.0), 7, 8);
        assertThat(measured).isEqualTo(new Measured(35, 10, 2_000, 4, 7, 8));
        assertThat(measured.mimeBundle())
                .containsEntry(
                        "text/plain",
                        "median 35.0 ns, from 10.0 ns to 2.00 µs (4 rounds of 7 runs, after 8 to warm up)");
    }
}
