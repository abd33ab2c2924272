package dev.tidemark.kernel.shell;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.kernel.spi.Completion;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DidYouMeanTest {
    private Evaluator java;

    @BeforeAll
    void open() {
        java = Evaluator.open(EvaluatorOptions.ofThisProcess());
        java.evaluate(1, "int counter = 1;\nString station = \"\";\nint highWater(int day) { return day; }");
    }

    @AfterAll
    void close() {
        java.close();
    }

    private List<String> linesOf(String code) {
        return requireNonNull(java.evaluate(2, code).failure(), code).lines();
    }

    @Test
    void a_variable_or_a_method_of_the_notebook_with_a_name_like_it_is_offered() {
        assertThat(linesOf("countr + 1")).last().isEqualTo("  did you mean counter?");
        assertThat(linesOf("highwater(3)")).last().isEqualTo("  did you mean highWater?");
    }

    @Test
    void a_member_with_a_name_like_it_is_offered() {
        assertThat(linesOf("station.lenght()")).last().isEqualTo("  did you mean length?");
        assertThat(linesOf("int n =\n  station.trim().isEmtpy() ? 1 : 0;"))
                .last()
                .isEqualTo("  did you mean isEmpty?");
    }

    @Test
    void a_name_inside_a_body_is_compared_with_what_is_known_there() {
        assertThat(linesOf("int twice(int number) {\n  return 2 * numbr;\n}"))
                .last()
                .isEqualTo("  did you mean number?");
    }

    @Test
    void a_type_that_lacks_its_import_is_found() {
        String hint = "  there is java.net.http.HttpClient: %import java.net.http.HttpClient"
                + " or the line import java.net.http.HttpClient; makes it known";
        assertThat(linesOf("HttpClient client;").get(3)).isEqualTo(hint);
        assertThat(linesOf("HttpClient.newHttpClient()").get(3)).isEqualTo(hint);
    }

    @Test
    void a_misspelt_type_is_compared_with_those_that_are_known() {
        assertThat(linesOf("Strng s = \"\";")).last().isEqualTo("  did you mean String?");
    }

    @Test
    void nothing_is_offered_for_a_name_like_no_other() {
        assertThat(linesOf("zyx + 1")).hasSize(3);
    }

    @Test
    void completion_offers_types_that_no_import_covers_by_their_whole_names() {
        assertThat(java.assistance().complete("var c = HttpClie", 16))
                .contains(new Completion("java.net.http.HttpClient", 8, "class"))
                .noneMatch(one -> one.text().contains("ClientImpl"));
        assertThat(java.assistance().complete("Stri", 4))
                .extracting(Completion::text)
                .contains("String")
                .doesNotContain("java.lang.String");
        assertThat(java.assistance().complete("station.Len", 11)).isEmpty();
    }

    @Test
    void completion_offers_what_every_object_has_behind_what_is_particular() {
        java.evaluate(3, "record Port(String name) {}\nvar port = new Port(\"Hull\");");
        assertThat(java.assistance().complete("port.", 5))
                .extracting(Completion::text)
                .startsWith("name()")
                .endsWith("wait(");
    }

    @Test
    void types_are_found_by_their_simple_names_the_best_known_first() {
        assertThat(java.typesNamed("List")).first().isEqualTo("java.util.List");
        assertThat(java.typesNamed("List")).contains("java.awt.List");
        assertThat(java.typesNamed("NoSuchTypeAnywhere")).isEmpty();
    }
}
