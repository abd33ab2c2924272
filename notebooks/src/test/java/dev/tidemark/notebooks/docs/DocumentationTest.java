package dev.tidemark.notebooks.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.tidemark.notebooks.door.Command;
import dev.tidemark.notebooks.door.ExecutedNotebook;
import dev.tidemark.notebooks.door.ExecutedNotebook.CodeCell;
import dev.tidemark.notebooks.door.NotebookWriter;
import dev.tidemark.notebooks.door.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the pages say is true: their Java runs and shows what stands below it, their commands exist. */
@Tag("distribution")
class DocumentationTest {

    private static final Pattern WORDS = Pattern.compile("(?<=\\s)(--?[a-z][a-z-]*|[a-z]+)(?=[\\s=]|$)");

    @TestFactory
    Stream<DynamicTest> java_blocks_run_and_show_what_the_page_promises() {
        return pages().stream().flatMap(page -> page.sessions().stream()
                .map(session -> dynamicTest(session.get(0).code().place(), () -> assertThatSessionHolds(session))));
    }

    @TestFactory
    Stream<DynamicTest> commands_of_shell_blocks_are_in_the_help() {
        String help = Command.tidemark("--help").run().out();
        return pages().stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> block.isShell() && block.skipped().isEmpty())
                .map(block -> dynamicTest(block.place(), () -> assertThatHelpKnows(block, help)));
    }

    @Test
    void every_directive_is_known() {
        assertThat(pages().stream()
                        .flatMap(page -> page.blocks().stream())
                        .filter(block -> !block.hasKnownDirective())
                        .map(block -> block.place() + ": 'run: " + block.directive() + "'"))
                .as("directives: write 'run: new' or 'run: skip because REASON'")
                .isEmpty();
    }

    private static void assertThatSessionHolds(List<Page.Step> session) throws IOException {
        String name = "docs/" + session.get(0).code().place().replaceAll("\\W+", "-");
        Path folder = Project.workspace(name);
        Path notebook = NotebookWriter.write(
                folder.resolve("blocks.ipynb"),
                session.stream().map(step -> step.code().text()).toList());
        Path executed = folder.resolve("executed.ipynb");

        Command.Outcome outcome = Command.tidemark("run", notebook.toString(), "--output", executed.toString())
                .and("--html", folder.resolve("page.html").toString())
                .run();

        assertThat(outcome.exitCode()).as(outcome.everything()).isZero();
        List<CodeCell> cells = ExecutedNotebook.read(executed).codeCells();
        for (int i = 0; i < session.size(); i++) {
            assertThatStepHolds(session.get(i), cells.get(i));
        }
    }

    private static void assertThatStepHolds(Page.Step step, CodeCell cell) {
        assertThat(step.shown().isEmpty() || Shown.matches(step.shown(), cell.text()))
                .as("%s shows%n%s%nand the page promises%n%s", step.code().place(), cell.text(), step.shown())
                .isTrue();
    }

    /** Every word and option of a call of the script stands in its help. */
    private static void assertThatHelpKnows(Block block, String help) {
        block.text()
                .lines()
                .map(line -> line.replaceFirst("\\s#.*", ""))
                .filter(line -> line.strip().startsWith("./tidemark"))
                .forEach(line -> assertThat(WORDS.matcher(line).results().map(word -> word.group(1)))
                        .as("%s: %s", block.place(), line)
                        .allSatisfy(word -> assertThat(help).containsPattern("(?<!\\S)\\[?" + word + "\\b")));
    }

    private static List<Page> pages() {
        Path root = Project.root();
        try (Stream<Path> docs = Files.walk(root.resolve("docs"))) {
            return Stream.concat(Stream.of(root.resolve("README.md")), docs)
                    .filter(file -> file.toString().endsWith(".md") && Files.exists(file))
                    .sorted()
                    .map(DocumentationTest::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Page read(Path file) {
        try {
            return Page.parse(Project.root().relativize(file).toString(), Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
