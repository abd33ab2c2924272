package dev.tidemark.kernel.shell;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.kernel.spi.NotebookVariable;
import dev.tidemark.kernel.spi.Snippets;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions of a notebook in a class loader that knows nothing but the jar and the JDK, as another process would. */
class ShippedCodeTest {
    private static final String FUNCTION = "interface Step extends Function<Integer, Object>, Serializable {}\n";

    private Path folder;
    private Evaluator java;
    private int cells;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
        java = Evaluator.open(EvaluatorOptions.ofThisProcess());
    }

    @AfterEach
    void close() {
        java.close();
    }

    private Object valueOf(String code) {
        CellOutcome outcome = java.evaluate(++cells, code);
        assertThat(outcome.failure()).as("%s", code).isNull();
        return requireNonNull(outcome.value());
    }

    @Test
    void a_function_runs_elsewhere_with_the_classes_that_it_needs_and_no_others() throws Exception {
        valueOf("record Unused(int a) {}\nint unused = 1;\nunused");
        Object step = valueOf(FUNCTION
                + "record Pair(int a, int b) { int sum() { return a + b; } }\n"
                + "int twice(int x) { return 2 * x; }\n"
                + "Step step = x -> new Pair(twice(x), 1).sum();\nstep");
        Path jar = folder.resolve("step.jar");
        java.snippets().writeJar(jar, Snippets.Capture.REFUSED, step);
        assertThat(elsewhere(jar, step, 20)).isEqualTo(41);
        assertThat(java.snippets().neededBy(Snippets.Capture.REFUSED, step).keySet())
                .noneMatch(path -> path.contains("Unused"))
                .anyMatch(path -> path.endsWith("$Pair.class"));
    }

    @Test
    void a_variable_that_the_function_reads_is_refused_by_name() {
        Object step = valueOf(FUNCTION + "int rate = 5;\nStep step = x -> x + rate;\nstep");
        assertThatThrownBy(() -> java.snippets().neededBy(Snippets.Capture.REFUSED, step))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "the function reads the notebook variable 'rate', which another process does not have");
    }

    @Test
    void variables_go_along_by_value_whatever_their_type() throws Exception {
        Object step = valueOf(FUNCTION + """
                record Port(String name) implements Serializable {}
                int rate = 5; long big = 1L << 40; boolean on = true; char letter = 'x'; byte small = -1; double d = 0.5;
                Integer boxed = 7; String word = "tide"; List<Port> ports = new ArrayList<>(List.of(new Port("Hull")));
                int[] numbers = {1, 2}; String none = null; Object any = "any";
                Step step = x -> List.of(x + rate, big, on, letter, small, d, boxed, word, ports.toString(),
                        numbers.length, "" + none, any);
                step""");
        Path jar = folder.resolve("step.jar");
        java.snippets().writeJar(jar, Snippets.Capture.BY_VALUE, step);
        assertThat(elsewhere(jar, step, 3))
                .hasToString("[8, 1099511627776, true, x, -1, 0.5, 7, tide, [Port[name=Hull]], 2, null, any]");
    }

    @Test
    void what_a_variable_that_goes_along_reads_itself_goes_along_too() throws Exception {
        Object step = valueOf(
                FUNCTION + "int base = 30;\nStep inner = x -> x + base;\nStep outer = x -> inner.apply(x + 1);\nouter");
        Path jar = folder.resolve("step.jar");
        java.snippets().writeJar(jar, Snippets.Capture.BY_VALUE, step);
        assertThat(elsewhere(jar, step, 11)).isEqualTo(42);
    }

    @Test
    void functions_that_a_function_holds_are_seen() {
        Object step = valueOf(
                FUNCTION + "int base = 30;\nStep plus(Step next) { return x -> next.apply(x); }\nplus(x -> x + base)");
        assertThat(java.snippets().variablesReadBy(step)).containsExactly(new NotebookVariable("base", int.class, 30));
        assertThatThrownBy(() -> java.snippets().neededBy(Snippets.Capture.REFUSED, step))
                .hasMessageContaining("'base'");
    }

    @Test
    void a_value_that_cannot_be_serialized_is_refused_by_name() {
        Object step = valueOf(FUNCTION + "var lock = new Object();\nStep step = x -> lock.hashCode();\nstep");
        assertThatThrownBy(() -> java.snippets().neededBy(Snippets.Capture.BY_VALUE, step))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "the notebook variable 'lock' cannot go along, since it cannot be serialized: ");
    }

    @Test
    void without_functions_the_jar_has_all_classes_and_is_the_same_each_time() throws Exception {
        valueOf("record Pair(int a, int b) {}\nnew Pair(1, 2)");
        Path one = folder.resolve("one.jar");
        Path two = folder.resolve("two.jar");
        java.snippets().writeJar(one, Snippets.Capture.REFUSED);
        java.snippets().writeJar(two, Snippets.Capture.REFUSED);
        assertThat(Files.readAllBytes(one)).isEqualTo(Files.readAllBytes(two));
        try (URLClassLoader loader = onlyJar(one)) {
            for (String name : java.snippets().classes().keySet()) {
                assertThat(loader.loadClass(name).getName()).isEqualTo(name);
            }
        }
    }

    private static URLClassLoader onlyJar(Path jar) throws IOException {
        return new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    }

    /** Applies a copy of the function whose code comes from the jar alone. */
    @SuppressWarnings("unchecked")
    private static Object elsewhere(Path jar, Object function, int argument) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(function);
        }
        try (URLClassLoader loader = onlyJar(jar);
                ObjectInputStream in = new OfLoader(new ByteArrayInputStream(bytes.toByteArray()), loader)) {
            return ((Function<Integer, Object>) in.readObject()).apply(argument);
        }
    }

    private static final class OfLoader extends ObjectInputStream {
        private final ClassLoader loader;

        OfLoader(InputStream in, ClassLoader loader) throws IOException {
            super(in);
            this.loader = loader;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws ClassNotFoundException {
            return Class.forName(description.getName(), false, loader);
        }
    }
}
