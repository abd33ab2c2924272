package dev.tidemark.kernel.notebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.tidemark.kernel.render.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookMainTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return NotebookMain.run(
                List.of(arguments), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    private Path notebook(JsonObject... cells) throws IOException {
        JsonObject root = Json.object(
                "{\"metadata\": {\"kernelspec\": {\"name\": \"tidemark\", \"language\": \"java\"}, \"mine\": 1.50},"
                        + "\"nbformat\": 4, \"nbformat_minor\": 5}");
        JsonArray all = new JsonArray();
        List.of(cells).forEach(all::add);
        root.add("cells", all);
        Path file = folder.resolve("some.ipynb");
        Files.writeString(file, Json.text(root));
        return file;
    }

    private static JsonObject cell(String type, String source) {
        JsonObject cell = new JsonObject();
        cell.addProperty("cell_type", type);
        cell.addProperty("source", source);
        cell.add("metadata", new JsonObject());
        return cell;
    }

    private static JsonArray outputs(Path file, int cell) throws IOException {
        return Json.object(Files.readString(file))
                .getAsJsonArray("cells")
                .get(cell)
                .getAsJsonObject()
                .getAsJsonArray("outputs");
    }

    @Test
    void outputs_are_written_into_the_notebook_and_the_rest_of_it_is_kept() throws IOException {
        Path file = notebook(
                cell("markdown", "# Title"),
                cell("code", "System.out.println(\"a\");\nSystem.out.println(\"b\");\n6 * 7"),
                cell("code", " \n"),
                cell("code", "display(html(\"<i>x</i>\")).update(html(\"<b>y</b>\"));"));
        assertThat(run(file.toString())).isEqualTo(0);
        assertThat(outputs(file, 1).toString())
                .isEqualTo("[{\"output_type\":\"stream\",\"name\":\"stdout\",\"text\":[\"a\\n\",\"b\\n\"]},"
                        + "{\"output_type\":\"execute_result\",\"execution_count\":1,"
                        + "\"data\":{\"text/plain\":[\"42\"]},\"metadata\":{}}]");
        assertThat(outputs(file, 2)).isEmpty();
        assertThat(outputs(file, 3).toString()).contains("<b>y</b>").doesNotContain("<i>x</i>");
        assertThat(Files.readString(file)).contains("\"mine\": 1.50").endsWith("}\n");
        assertThat(out.toString(UTF_8)).contains("[1/2] System.out.println(\"a\");  ok, ");
    }

    @Test
    void with_an_output_file_the_source_stays_as_it_is() throws IOException {
        Path file = notebook(cell("code", "1 + 1"));
        String before = Files.readString(file);
        Path executed = folder.resolve("executed.ipynb");
        assertThat(run("--output", executed.toString(), file.toString())).isEqualTo(0);
        assertThat(Files.readString(file)).isEqualTo(before);
        assertThat(outputs(executed, 0)).hasSize(1);
    }

    @Test
    void the_page_holds_text_code_and_outputs_and_needs_no_network() throws IOException {
        Files.write(folder.resolve("dot.png"), new byte[] {1, 2, 3});
        Path file = notebook(
                cell("markdown", "# Tides & *times*\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n![dot](dot.png)"),
                cell("code", "String s = \"<tag>\"; // why\nSystem.out.println(s);"),
                cell("code", "new java.awt.image.BufferedImage(2, 2, 1)"),
                cell("code", "record P(int a) {}\nList.of(new P(1), new P(2))"));
        Path page = folder.resolve("page.html");
        assertThat(run(file.toString(), "--html", page.toString())).isEqualTo(0);
        assertThat(Files.readString(page))
                .contains("<title>Tides &amp; times</title>")
                .contains("<td>1</td>")
                .contains("src=\"data:image/png;base64,AQID\"")
                .contains("<span class=\"string\">&quot;&lt;tag&gt;&quot;</span>")
                .contains("<span class=\"comment\">// why</span>")
                .contains("&lt;tag&gt;\n</pre>")
                .contains("<img alt=\"image, 2 × 2\" src=\"data:image/png;base64,")
                .contains("<table class=\"tidemark-table\"")
                .contains("prefers-color-scheme: dark")
                .doesNotContain("http://")
                .doesNotContain("https://");
    }

    @Test
    void the_first_failing_cell_ends_the_run_and_is_named() throws IOException {
        Path file = notebook(cell("code", "int zero = 0;"), cell("code", "int a = 1;\na / zero"), cell("code", "3"));
        assertThat(run(file.toString())).isEqualTo(1);
        assertThat(err.toString(UTF_8))
                .contains("java.lang.ArithmeticException: / by zero")
                .contains("at cell[2]:2    a / zero");
        assertThat(outputs(file, 1).toString()).contains("\"output_type\":\"error\"");
        assertThat(outputs(file, 2)).isEmpty();
        assertThat(out.toString(UTF_8)).contains("FAILED").doesNotContain("[3/3]");
    }

    @Test
    void a_cell_that_is_meant_to_raise_does_not_end_the_run() throws IOException {
        JsonObject raises = cell("code", "throw new RuntimeException();");
        raises.getAsJsonObject("metadata").add("tags", Json.tree(List.of("raises-exception")));
        Path file = notebook(raises, cell("code", "3"));
        assertThat(run(file.toString())).isEqualTo(0);
        assertThat(outputs(file, 1)).hasSize(1);
    }

    @Test
    void a_cell_that_takes_too_long_is_stopped() throws IOException {
        Path file = notebook(cell("code", "while (true) {}"));
        assertThat(run(file.toString(), "--timeout", "0.5")).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("the cell took longer than 0.5 s and was stopped");
    }

    @Test
    void what_is_not_a_java_notebook_is_refused_with_its_reason() throws IOException {
        Path text = Files.writeString(folder.resolve("text.ipynb"), "not json");
        Path list = Files.writeString(folder.resolve("list.ipynb"), "[]");
        Path python = Files.writeString(
                folder.resolve("python.ipynb"),
                "{\"cells\": [], \"nbformat\": 4, \"metadata\": {\"kernelspec\": {\"language\": \"python\"}}}");
        assertThat(List.of(run(text.toString()), run(list.toString()), run(python.toString()), run("none.ipynb")))
                .containsOnly(2);
        assertThat(err.toString(UTF_8))
                .contains("text.ipynb: not JSON")
                .contains("list.ipynb: not a Jupyter notebook of format 4")
                .contains("python.ipynb: the notebook's language is python; only java can be run")
                .contains("error: none.ipynb: no such file");
    }

    @Test
    void wrong_options_are_refused_with_their_reason() {
        assertThat(List.of(run("a.ipynb", "--frob"), run(), run("a.ipynb", "--timeout", "x"), run("a", "b")))
                .containsOnly(2);
        assertThat(err.toString(UTF_8).lines())
                .containsExactly(
                        "error: unknown option --frob; --help shows those that there are",
                        "error: no notebook is given; --help shows how",
                        "error: --timeout needs a number of seconds, not 'x'",
                        "error: one notebook at a time: a, then b");
    }

    @Test
    void help_is_shown() {
        assertThat(run("--help")).isEqualTo(0);
        assertThat(out.toString(UTF_8)).startsWith("usage: NotebookMain FILE.ipynb");
    }
}
