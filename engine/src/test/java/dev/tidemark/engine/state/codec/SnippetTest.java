package dev.tidemark.engine.state.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Records and lambdas that are defined in notebook cells. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SnippetTest {
    private static final List<String> CELLS = List.of(
            "import dev.tidemark.engine.state.codec.*;",
            "import dev.tidemark.engine.transcript.*;",
            "record Quake(String id, double mag, List<String> tags) {}",
            "interface Mapping<T, R> extends java.io.Serializable { R map(T value); }",
            "<T, R> Object result(Mapping<T, R> m) { return FunctionTypes.returnType(m, Mapping.class); }",
            "var suffix = \"!\";");

    private final JShell shell = JShell.builder().executionEngine("local").build();

    @BeforeAll
    void startCells() throws URISyntaxException {
        for (Class<?> needed : List.of(Codecs.class, Nullable.class)) {
            shell.addToClasspath(Path.of(needed.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        }
        shell.eval("import java.util.*;");
        CELLS.forEach(shell::eval);
    }

    @AfterAll
    void endCells() {
        shell.close();
    }

    @Test
    void a_record_of_a_cell_is_written_and_read() {
        assertThat(evaluate("Codecs.of(Quake.class).fromBytes("
                        + "Codecs.of(Quake.class).bytes(new Quake(\"a\", 1, List.of(\"b\")))).toString()"))
                .isEqualTo("\"Quake[id=a, mag=1.0, tags=[b]]\"");
        assertThat(evaluate("ValueText.parse(ValueText.print(new Quake(\"a\", 1, List.of())), Quake.class).toString()"))
                .isEqualTo("\"Quake[id=a, mag=1.0, tags=[]]\"");
    }

    @Test
    void a_lambda_of_a_cell_says_its_types() {
        assertThat(evaluate("result((Quake q) -> q.id() + suffix).toString()"))
                .isEqualTo("\"Optional[class java.lang.String]\"");
        assertThat(evaluate("result(Quake::tags).toString()")).isEqualTo("\"Optional[List<String>]\"");
        assertThat(evaluate("result((Quake q) -> List.of(q)).toString()")).isEqualTo("\"Optional.empty\"");
        assertThat(evaluate("result((Quake q) -> new Quake(q.id(), 2, q.tags())).toString().endsWith(\"Quake]\")"))
                .isEqualTo("true");
    }

    /** The value of an expression as JShell prints it; what the compiler says if it has none. */
    private String evaluate(String expression) {
        List<SnippetEvent> events = shell.eval(expression);
        SnippetEvent last = events.get(events.size() - 1);
        if (last.exception() != null) {
            throw new AssertionError(last.exception().getMessage(), last.exception());
        }
        return last.value() == null
                ? shell.diagnostics(last.snippet())
                        .map(problem -> problem.getMessage(Locale.ROOT))
                        .toList()
                        .toString()
                : last.value();
    }
}
