package dev.tidemark.notebooks.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.notebooks.door.Project;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole source tree keeps the rules of the house, and the rules find what they are made for. */
class TidyTest {

    private static final List<SourceFile> FILES = SourceFile.below(Project.root());

    static List<Rule> rules() {
        return Rules.ofTheHouse();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void every_file_keeps_the_rule(Rule rule) {
        assertThat(FILES.stream().flatMap(rule::findings)).isEmpty();
    }

    @Test
    void every_package_says_what_lives_in_it() {
        Set<String> described = FILES.stream()
                .map(SourceFile::path)
                .filter(path -> path.endsWith("/package-info.java"))
                .map(TidyTest::folderOf)
                .collect(Collectors.toSet());

        assertThat(FILES.stream()
                        .filter(SourceFile::isJava)
                        .map(SourceFile::path)
                        .filter(path -> path.contains("/src/main/"))
                        .map(TidyTest::folderOf)
                        .distinct()
                        .filter(folder -> !described.contains(folder)))
                .as("packages without a package-info.java: write what lives there, and where to begin reading")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            engine/src/main/java/A.java      | // TO%DO: later                    | finish it
            docs/a.md                        | see /ho%me/ada/notes               | take the path from the project's root
            x/src/main/java/OrderManager.java | class OrderManager {              | name it for the one thing
            x/src/test/java/ATest.java       | Thread.sleep(100);                | wait for the event itself
            x/src/test/java/ATest.java       | @Disabled                         | mend the test or delete it
            x/src/main/java/A.java           | } catch (IOException ignored) { } | let it go up
            engine/src/main/java/A.java      | long now = Instant.now();          | ask SimulatedClock
            time-travel/src/main/java/A.java | new Random(7)                      | derive it from (seed
            notebooks/a.ipynb                | "output_type": "error"             | mend the cell
            """)
    void rule_finds_what_it_is_made_for(String path, String line, String instead) {
        var file = new SourceFile(path, List.of(line.replace("%", "")));

        Stream<Finding> findings = rules().stream().flatMap(rule -> rule.findings(file));

        assertThat(findings)
                .anySatisfy(finding ->
                        assertThat(finding.toString()).startsWith(path + ":1: ").contains(instead));
    }

    @Test
    void code_inside_strings_is_data() {
        var file = new SourceFile(
                "x/src/test/java/ATest.java",
                List.of("run(\"Thread.sleep(1)\");", "run(\"\"\"", "    Thread.sleep(1);", "    \"\"\");", "int a;"));

        assertThat(file.code()).containsExactly("run(\"\");", "run(\"\"\"", "", "", "int a;");
    }

    @Test
    void long_file_and_long_method_are_found() {
        var lines = new ArrayList<>(List.of("final class A {", "", "    int sum(int a) throws IOException {"));
        lines.addAll(Collections.nCopies(Rules.LONGEST_FILE, "        a++;"));
        lines.addAll(List.of("    }", "}"));
        var file = new SourceFile("engine/src/main/java/A.java", lines);

        assertThat(rules().stream().flatMap(rule -> rule.findings(file)).map(Finding::what))
                .containsExactly("405 lines", "a method of 402 lines");
    }

    @Test
    void method_of_a_screen_is_left_alone() {
        var lines = new ArrayList<>(List.of("final class A {", "", "    int sum(int a) {"));
        lines.addAll(Collections.nCopies(LongMethods.LONGEST_METHOD - 2, "        a++;"));
        lines.addAll(List.of("    }", "}"));

        assertThat(new LongMethods().findings(new SourceFile("A.java", lines))).isEmpty();
    }

    private static String folderOf(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }
}
