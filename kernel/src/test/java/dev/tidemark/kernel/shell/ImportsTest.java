package dev.tidemark.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportsTest {
    private static final List<String> FIRST = List.of("java.util.*", "static java.lang.Math.*", "java.time.Duration");

    private Evaluator java;

    @BeforeEach
    void open() {
        java = Evaluator.open(new EvaluatorOptions(ImportsTest.class.getClassLoader(), FIRST));
    }

    @AfterEach
    void close() {
        java.close();
    }

    private @Nullable Object valueOf(String code) {
        CellOutcome outcome = java.evaluate(1, code);
        assertThat(outcome.failure()).as("%s", code).isNull();
        return outcome.value();
    }

    @Test
    void imports_that_came_together_are_listed_one_by_one() {
        java.addImports(List.of("java.util.*", "java.nio.file.Path", "java.net.URI"));
        valueOf("import java.util.regex.*;");

        assertThat(java.imports())
                .containsExactly(
                        "java.util.*",
                        "static java.lang.Math.*",
                        "java.time.Duration",
                        "java.nio.file.Path",
                        "java.net.URI",
                        "java.util.regex.*");
    }

    @Test
    void a_cell_that_imports_the_first_of_them_again_leaves_the_others() {
        assertThat(valueOf("import java.util.*;\nList.of(max(1, 2), Duration.ZERO.toMillis()).toString()"))
                .isEqualTo("[2, 0]");
        assertThat(valueOf("/* as others lay it out */ import   java.util.*;\n"
                        + "List.of(max(1, 2), Duration.ZERO.toMillis()).toString()"))
                .isEqualTo("[2, 0]");
        assertThat(java.imports()).containsExactlyElementsOf(FIRST);
    }

    @Test
    void one_that_does_not_exist_is_named_and_those_before_it_are_added() {
        assertThatThrownBy(() -> java.addImports(List.of("java.net.URI", "no.such.Type", "java.net.URL")))
                .hasMessageContaining("cannot import no.such.Type")
                .hasMessageContaining("package no.such does not exist");
        assertThat(java.imports()).contains("java.net.URI").doesNotContain("no.such.Type");
    }
}
