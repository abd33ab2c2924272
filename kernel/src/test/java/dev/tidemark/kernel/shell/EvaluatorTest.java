package dev.tidemark.kernel.shell;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvaluatorTest {
    private Evaluator java;
    private int cells;

    @BeforeAll
    void open() {
        java = Evaluator.open(EvaluatorOptions.ofThisProcess());
    }

    @AfterAll
    void close() {
        java.close();
    }

    @BeforeEach
    void begin() {
        java.begin();
        java.reset();
        cells = 0;
    }

    private CellOutcome run(String code) {
        return java.evaluate(++cells, code);
    }

    private @Nullable Object valueOf(String code) {
        CellOutcome outcome = run(code);
        assertThat(outcome.failure()).as("%s", code).isNull();
        assertThat(outcome.hasValue()).as("%s", code).isTrue();
        return outcome.value();
    }

    private CellFailure failureOf(String code) {
        return requireNonNull(run(code).failure(), code);
    }

    @Test
    void the_last_expression_is_the_value_of_a_cell() {
        assertThat(valueOf("int x = 20;\nint y = 1\n;x + y")).isEqualTo(21);
    }

    @Test
    void a_declaration_or_a_void_call_has_no_value() {
        assertThat(run("int a = 1;").hasValue()).isFalse();
        assertThat(run("new ArrayList<String>().clear();").hasValue()).isFalse();
        assertThat(run("// nothing\n").hasValue()).isFalse();
    }

    @Test
    void null_is_a_value() {
        assertThat(valueOf("(String) null")).isNull();
    }

    @Test
    void a_sealed_family_may_be_declared_over_several_statements_in_any_order() {
        assertThat(valueOf("""
                        sealed interface Shape permits Circle, Square { double area(); }
                        record Circle(double r) implements Shape { public double area() { return 3 * r * r; } }
                        record Square(double s) implements Shape { public double area() { return s * s; } }
                        Shape s = new Square(2);
                        s.area()""")).isEqualTo(4.0);
    }

    @Test
    void a_sealed_family_without_permits_takes_its_members_from_the_cell() {
        assertThat(valueOf("""
                        // the family
                        sealed interface Fruit<T> {}
                        record Apple(int n) implements Fruit<String>, Comparable<Apple> {
                            public int compareTo(Apple o) { return n - o.n; }
                        }
                        record Pear() implements Fruit<Integer> {}
                        Fruit.class.getPermittedSubclasses().length""")).isEqualTo(2);
    }

    @Test
    void methods_may_refer_to_each_other() {
        assertThat(valueOf("""
                        boolean even(int n) { return n == 0 || odd(n - 1); }
                        boolean odd(int n) { return n != 0 && even(n - 1); }
                        even(10)""")).isEqualTo(true);
    }

    @Test
    void a_name_that_nobody_declares_is_reported_at_the_end_of_the_cell() {
        CellFailure failure = failureOf("int f(int a) {\n    return g(a);\n}");
        assertThat(failure.lines())
                .containsExactly(
                        "cell[1]:2:12: cannot find method g(int), which f needs; declare it in this cell or before",
                        "        return g(a);",
                        "               ^");
    }

    @Test
    void a_compile_error_points_into_the_cell() {
        CellFailure failure = failureOf("int a = 1;\n\nint b =\n  \"text\";");
        assertThat(failure.lines())
                .containsExactly(
                        "cell[1]:4:3: incompatible types: String cannot be converted to int",
                        "      \"text\";",
                        "      ^^^^^^");
        assertThat(failure.line()).isEqualTo(4);
    }

    @Test
    void nothing_runs_of_a_cell_that_is_not_java() {
        run("int touched = 0;");
        CellFailure failure = failureOf("touched = 1;\nint foo = ;");
        assertThat(failure.lines().get(0)).isEqualTo("cell[2]:2:11: illegal start of expression");
        assertThat(valueOf("touched")).isEqualTo(0);
    }

    @Test
    void a_name_that_does_not_exist_is_named() {
        assertThat(failureOf("1 + oops").lines())
                .containsExactly("cell[1]:1:5: cannot find variable oops", "    1 + oops", "        ^^^^");
    }

    @Test
    void an_unfinished_cell_says_so() {
        assertThat(failureOf("if (true) {").message()).contains("reached end of file while parsing");
    }

    @Test
    void a_runtime_error_names_the_lines_of_the_cells() {
        run("int divide(int a, int b) {\n    return a / b;\n}");
        CellFailure failure = failureOf("int one = 1;\ndivide(one, 0)");
        assertThat(failure.lines())
                .containsExactly(
                        "java.lang.ArithmeticException: / by zero",
                        "  at divide, cell[1]:2    return a / b;",
                        "  at cell[2]:2    divide(one, 0)");
        assertThat(failure.name()).isEqualTo("java.lang.ArithmeticException");
        assertThat(failure.message()).isEqualTo("/ by zero");
    }

    @Test
    void a_runtime_error_keeps_its_causes_and_folds_the_libraries() {
        CellFailure failure = failureOf("""
                class Loader {
                    Object load() {
                        try { return List.of().get(3); }
                        catch (RuntimeException e) { throw new IllegalStateException("no data", e); }
                    }
                }
                new Loader().load()""");
        assertThat(failure.lines().get(0)).isEqualTo("java.lang.IllegalStateException: no data");
        assertThat(failure.lines().get(1)).startsWith("  at Loader.load, cell[1]:4    catch");
        assertThat(failure.lines().get(2)).isEqualTo("  at cell[1]:7    new Loader().load()");
        assertThat(failure.lines().get(3))
                .isEqualTo("Caused by: java.lang.ArrayIndexOutOfBoundsException: Index 3 out of bounds for length 0");
        assertThat(failure.lines().get(4)).startsWith("  at Loader.load, cell[1]:3");
        assertThat(failure.report())
                .contains("  inside java.util.ImmutableCollections")
                .doesNotContain("jdk.jshell");
        assertThat(failure.thrown()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_variable_with_an_initializer_over_several_lines_fails_at_its_line() {
        assertThat(failureOf("int n =\n  1 +\n  Integer.parseInt(\"x\");").line())
                .isEqualTo(3);
    }

    @Test
    void an_expression_below_a_comment_fails_at_its_own_line() {
        assertThat(failureOf("int a = 1, zero = 0;\n\n// why not\n/* or\n */ a / zero")
                        .line())
                .isEqualTo(5);
        assertThat(failureOf("int b = 1;\nb /\n  zero;").line()).isEqualTo(2);
    }

    @Test
    void a_lambda_of_an_earlier_cell_is_named_by_its_cell() {
        run("Function<Integer, Integer> f =\n   x -> 1 / x;");
        assertThat(failureOf("f.apply(0)").lines()).contains("  at lambda, cell[1]:2    x -> 1 / x;");
    }

    @Test
    void declaring_a_record_again_says_which_variables_it_reset() {
        run("record P(int a) {}");
        run("P p = new P(1);");
        run("var q = p;");
        assertThat(run("record P(int a, int b) {}").notices())
                .containsExactly("'P' was declared again, so 'p', 'q' were reset; run their cells again");
    }

    @Test
    void running_an_unchanged_declaration_again_keeps_the_variables() {
        run("record P(int a) {}");
        run("P p = new P(1);");
        CellOutcome again = run("  record P(int a) {}\n");
        assertThat(again.notices()).isEmpty();
        assertThat(valueOf("p.a()")).isEqualTo(1);
    }

    @Test
    void declaring_a_variable_again_keeps_the_variables_that_were_made_from_it() {
        run("int x = 1; var y = x + 1; int z;");
        assertThat(run("int x = y + 5; z = 3;").notices()).isEmpty();
        assertThat(valueOf("x * 100 + y * 10 + z")).isEqualTo(723);
        run("int z;");
        assertThat(valueOf("z")).isEqualTo(0);
    }

    @Test
    void declaring_a_variable_again_lets_go_of_the_old_value() {
        run("Object big = new Object(); var reference = new java.lang.ref.WeakReference<>(big);");
        run("Object big = \"small\";");
        run("System.gc();");
        assertThat(valueOf("reference.get()")).isNull();
    }

    @Test
    void a_serializable_lambda_survives_serialization_in_the_same_loader() {
        assertThat(valueOf("""
                        interface Mapper extends Serializable { int map(int x); }
                        int base = 40;
                        int offset = 1;
                        Mapper make(int captured) { return x -> x + captured + offset; }
                        var bytes = new ByteArrayOutputStream();
                        try (var out = new ObjectOutputStream(bytes)) { out.writeObject(make(base)); }
                        ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())) {
                            protected Class<?> resolveClass(ObjectStreamClass c) throws ClassNotFoundException {
                                return Class.forName(c.getName(), false, Thread.currentThread().getContextClassLoader());
                            }
                        };
                        ((Mapper) in.readObject()).map(1)""")).isEqualTo(42);
    }

    @Test
    void the_class_files_are_served_as_the_compiler_made_them() throws Exception {
        run("class Kept { int loop() { int i = 0; while (i < 10) i++; return i; } }");
        String name = ((Class<?>) requireNonNull(valueOf("Kept.class"))).getName();
        byte[] kept = requireNonNull(java.snippets().classes().get(name));
        try (var in = java.loader().getResourceAsStream(name.replace('.', '/') + ".class")) {
            assertThat(requireNonNull(in).readAllBytes()).isEqualTo(kept);
        }
        assertThat(new String(kept, ISO_8859_1)).doesNotContain("Interrupts");
    }

    @Test
    void the_variables_that_a_lambda_reads_are_found_through_methods() {
        run("int rate = 3; String unused = \"\"; int scale(int x) { return x * rate; }");
        Object lambda = requireNonNull(valueOf("IntUnaryOperator op = x -> scale(x) + 1; op"));
        assertThat(java.snippets().variablesReadBy(lambda))
                .extracting("name", "value")
                .contains(tuple("rate", 3))
                .doesNotContain(tuple("unused", ""));
    }

    @Test
    void a_busy_loop_ends_when_it_is_interrupted() throws Exception {
        assertThat(interrupting(
                        "{ started.countDown(); while (true) { try { while (true) {} } catch (Throwable t) {} } }"))
                .isEqualTo(CellFailure.Kind.INTERRUPTED);
        assertThat(valueOf("1 + 1")).isEqualTo(2);
    }

    @Test
    void a_blocking_call_ends_when_it_is_interrupted() throws Exception {
        assertThat(interrupting("{ started.countDown(); Thread.sleep(100_000); }"))
                .isEqualTo(CellFailure.Kind.INTERRUPTED);
    }

    @Test
    void endless_recursion_ends_by_itself_or_by_interrupt() {
        assertThat(failureOf("int deep(int n) { return deep(n + 1) + 1; }\ndeep(0)")
                        .name())
                .isEqualTo("java.lang.StackOverflowError");
    }

    @Test
    void a_cell_that_ignores_its_interrupt_is_left_behind_and_named() throws Exception {
        run("var release = new CountDownLatch(1);");
        CellFailure failure = interrupted(
                "void hold() {\n  started.countDown();\n  dev.tidemark.kernel.shell.Unstoppable.await(release);\n}\nhold();");
        assertThat(failure.kind()).as("%s", failure).isEqualTo(CellFailure.Kind.STUCK);
        assertThat(failure.message()).isEqualTo("the cell did not end within 2 s of its interrupt");
        assertThat(failure.report()).contains("at hold, cell[3]:3").contains("inside");
        assertThat(valueOf("1 + 1")).isEqualTo(2);
        run("release.countDown();");
    }

    private CellFailure.Kind interrupting(String code) throws Exception {
        return interrupted(code).kind();
    }

    /** Runs a cell that counts {@code started} down, and interrupts it then. */
    private CellFailure interrupted(String code) throws Exception {
        CountDownLatch started =
                (CountDownLatch) requireNonNull(valueOf("var started = new CountDownLatch(1);\nstarted"));
        Thread interrupter = new Thread(() -> {
            try {
                started.await();
                java.interrupt();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        interrupter.start();
        CellFailure failure = failureOf(code);
        interrupter.join();
        java.begin();
        return failure;
    }

    @Test
    void variables_are_listed_with_type_and_value() {
        run("int x = 5; List<String> names = List.of(\"a\");");
        assertThat(java.variables())
                .containsExactly(new Variable("x", "int", 5), new Variable("names", "List<String>", List.of("a")));
    }
}
