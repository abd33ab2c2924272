package dev.tidemark.flink.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.flink.referee.Verdict.Says;
import dev.tidemark.flink.referee.WrittenVerdicts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The pages say what the tests say; {@code -Dtidemark.docs.write=true} writes them anew. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {
    private static final Path DOCS = Path.of("..", "docs");

    private final Proofs proofs = proofs();

    private static Proofs proofs() {
        try {
            return Proofs.find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void page_of_the_semantics() throws IOException {
        check("semantics.md", new SemanticsPage(proofs).text());
    }

    @Test
    void page_of_the_differences() throws IOException {
        check("flink-differences.md", new DifferencesPage(proofs).text());
    }

    @Test
    void every_statement_has_its_number_and_no_test_names_another() throws IOException {
        List<Integer> numbers = Law.all().stream().map(Law::number).toList();
        assertThat(numbers)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 165).boxed().toList());
        assertThat(proofs.all().stream()
                        .filter(each -> !numbers.containsAll(each.statements()))
                        .map(Proof::name))
                .isEmpty();
    }

    @Test
    void what_no_test_shows_is_not_yet_and_nothing_else() throws IOException {
        assertThat(Law.all().stream().map(Law::number).filter(each -> proofs.of(each)
                        .isEmpty()))
                .containsExactlyElementsOf(Law.reasons("not-yet.txt").keySet());
    }

    @Test
    void what_only_tests_of_the_engine_show_has_a_reason_and_nothing_else() throws IOException {
        assertThat(new SemanticsPage(proofs).unasked())
                .containsExactlyElementsOf(Law.reasons("not-asked.txt").keySet());
    }

    @Test
    void what_flink_is_asked_is_shown_on_the_engine_too() throws IOException {
        assertThat(Law.all().stream()
                        .filter(each -> !proofs.of(each.number()).isEmpty())
                        .filter(each -> proofs.of(each.number()).stream().noneMatch(Proofs::onEngine)))
                .isEmpty();
    }

    /** The one place where a difference becomes known: it may only get shorter. */
    @Test
    void list_of_the_differences() throws IOException {
        assertThat(Difference.all().stream().map(Difference::id))
                .containsExactly(
                        "same-time-timers",
                        "merged-sessions",
                        "dynamic-sessions",
                        "interval-join-pairs",
                        "redistributed-state",
                        "staggered-windows",
                        "keys-refused",
                        "keyed-state-without-a-key",
                        "timers-without-a-key",
                        "patterns-refused",
                        "object-reuse",
                        "older-all-partitions-idle",
                        "older-alignment",
                        "older-ten-million-windows",
                        "older-time-to-live");
    }

    @Test
    void what_differs_is_a_known_difference() throws IOException {
        List<String> known = Difference.all().stream()
                .flatMap(each -> each.shownBy().stream())
                .toList();
        assertThat(proofs.all().stream()
                        .filter(each -> each.says() == Says.DIFFERS)
                        .map(Proof::name))
                .isSubsetOf(known);
    }

    private static void check(String page, String text) throws IOException {
        Path file = DOCS.resolve(page);
        if (WrittenVerdicts.WRITING) {
            Files.writeString(file, text);
        }
        assertThat(Files.readString(file))
                .as("docs/" + page + " is made by " + WrittenVerdicts.COMMAND)
                .isEqualTo(text);
    }
}
