package dev.tidemark.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InspectionTest {
    private static final String LIBRARY = """
            package tides;

            import java.util.List;

            /** The height of the sea. */
            public class Tide {
                /** How high it was at most. */
                public static final double HIGHEST = 16.3;

                /** A tide of a port. */
                public Tide(String port) {}

                /**
                 * The heights of a day.
                 *
                 * @param day from 1
                 * @return metres
                 */
                public List<Double> heights(int day) {
                    return List.of(day * 1.0);
                }

                /** The heights of a day, a year from now. */
                public List<Double> heights(int day, java.util.Map<String, int[]>... how) {
                    return List.of();
                }

                /** When it turns. */
                public enum Turn {
                    /** The way up. */
                    EBB
                }
            }
            """;

    @TempDir
    private static Path folder = Path.of("");

    private Evaluator evaluator;

    @BeforeAll
    void open() throws IOException {
        Path source = Files.createDirectories(folder.resolve("tides")).resolve("Tide.java");
        Files.writeString(source, LIBRARY);
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, OutputStream.nullOutputStream(), "-parameters", source.toString()))
                .isZero();
        Path jar = folder.resolve("tides-1.0.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String name : List.of("tides/Tide.class", "tides/Tide$Turn.class")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(Files.readAllBytes(folder.resolve(name)));
            }
        }
        try (ZipOutputStream zip =
                new ZipOutputStream(Files.newOutputStream(folder.resolve("tides-1.0-sources.jar")))) {
            zip.putNextEntry(new ZipEntry("tides/Tide.java"));
            zip.write(LIBRARY.getBytes(StandardCharsets.UTF_8));
        }
        evaluator = Evaluator.open(EvaluatorOptions.ofThisProcess());
        evaluator.addToClasspath(List.of(jar));
        evaluator.addImports(List.of("tides.*"));
    }

    @AfterAll
    void close() {
        evaluator.close();
    }

    /** What is found at the bar in the code. */
    private List<Inspected> at(String code) {
        int bar = code.indexOf('|');
        return evaluator.assistance().inspect(code.replace("|", ""), bar, false);
    }

    @Test
    void a_call_is_found_from_anywhere_inside_its_parentheses() {
        for (String code : List.of(
                "Math.ma|x(1, 2)",
                "Math.max(|1, 2)",
                "Math.max(1, |2)",
                "Math.max(1, 2|)",
                "Math.max(Integer.parseInt(\"(1\"), |)",
                "Math.max(1 /* ) */, |",
                "int z = 3;\nMath.max(z, |1 + z);",
                "System.out.println(Math.max(\"a|b\".length(), 2))")) {
            assertThat(at(code))
                    .as(code)
                    .extracting(Inspected::signature)
                    .anyMatch(line -> line.contains("Math.max(") || line.contains("println("));
        }
    }

    @Test
    void the_innermost_call_wins() {
        assertThat(at("Math.max(Math.abs(|1), 2)").get(0).signature()).contains("Math.abs(");
    }

    @Test
    void a_name_is_preferred_to_the_call_around_it() {
        evaluator.evaluate(1, "int depth = 12;");
        assertThat(at("Math.max(dep|th, 2)")).containsExactly(new Inspected("int depth = 12", "", ""));
    }

    @Test
    void parentheses_in_strings_characters_and_comments_are_no_calls() {
        String tricky = "f(\"(\", '(', \"\"\"\n(\"\"\", /* ( */ // (\n g(";
        assertThat(CallSite.enclosing(tricky, tricky.length())).containsExactly(tricky.length(), 2);
        assertThat(CallSite.enclosing("f(1) + g(2, ", 12)).containsExactly(9);
        assertThat(CallSite.enclosing("f(1)", 4)).isEmpty();
    }

    @Test
    void declarations_of_the_notebook_keep_their_comments() {
        evaluator.evaluate(2, "/** Twice as much.\n * @param n once */\nint twice(int n) { return 2 * n; }");
        evaluator.evaluate(3, "/** Where ships are. */ record Port(String name) {}");
        Inspected twice = at("twice(|3)").get(0);
        assertThat(twice.signature()).isEqualTo("int twice(int n)");
        assertThat(twice.comment()).contains("Twice as much.").contains("@param n once");
        assertThat(at("Po|rt").get(0).comment()).contains("Where ships are.");
    }

    @Test
    void a_detailed_question_shows_sources_and_whole_values() {
        evaluator.evaluate(4, "int thrice(int n) { return 3 * n; }\nString text = \"x\".repeat(500);");
        assertThat(evaluator.assistance().inspect("thrice(1)", 3, true).get(0).source())
                .contains("return 3 * n;");
        assertThat(evaluator.assistance().inspect("text", 4, false).get(0).signature())
                .hasSizeLessThan(300);
        assertThat(evaluator.assistance().inspect("text", 4, true).get(0).signature())
                .hasSizeGreaterThan(500);
    }

    @Test
    void a_librarys_documentation_comes_from_its_sources() {
        assertThat(at("Tid|e").get(0).comment()).contains("The height of the sea.");
        assertThat(at("new Tide(|)").get(0).comment()).contains("A tide of a port.");
        assertThat(at("Tide.HIGH|EST").get(0).comment()).contains("How high");
        assertThat(at("Tide.Tu|rn").get(0).comment()).contains("When it turns.");
        assertThat(at("new Tide(\"Hull\").heights(|1)"))
                .extracting(one -> one.comment().strip().lines().findFirst().orElse(""))
                .containsExactly("The heights of a day.", "The heights of a day, a year from now.");
        assertThat(evaluator
                        .assistance()
                        .inspect("new Tide(\"\").heights(1)", 20, true)
                        .get(0)
                        .source())
                .contains("return List.of(day * 1.0);");
    }

    @Test
    void the_jdks_documentation_is_shown_where_the_jdk_has_its_source() {
        assumeTrue(
                Files.isReadable(Path.of(System.getProperty("java.home"), "lib", "src.zip")),
                "this JDK has no lib/src.zip");
        assertThat(at("Math.max(|1, 2)").get(0).comment()).contains("Returns the greater of two");
    }
}
