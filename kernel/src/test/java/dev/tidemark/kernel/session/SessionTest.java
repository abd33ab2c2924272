package dev.tidemark.kernel.session;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.kernel.shell.EvaluatorOptions;
import dev.tidemark.kernel.spi.Cell;
import dev.tidemark.kernel.spi.CellHook;
import dev.tidemark.kernel.spi.Comm;
import dev.tidemark.kernel.spi.CommMessage;
import dev.tidemark.kernel.spi.Completion;
import dev.tidemark.kernel.spi.KernelContext;
import dev.tidemark.kernel.spi.KernelExtension;
import dev.tidemark.kernel.spi.Muting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionTest {
    private static final class Weather implements KernelExtension {
        private @Nullable KernelContext kernel;
        private final List<String> hooks = new ArrayList<>();

        @Override
        public void install(KernelContext context) {
            kernel = context;
            context.imports("dev.tidemark.kernel.session.Celsius");
            context.renderer(Celsius.class, t -> Map.of("text/html", "<b>" + t.degrees() + " °C</b>"));
            context.renderer(Thread.class, t -> {
                throw new IllegalStateException("threads are not shown");
            });
            context.lineMagic("double", "NUMBER twice as much", call -> Integer.parseInt(call.line()) * 2);
            context.cellMagic(
                    "upper", "the cell in capitals", call -> call.body().toUpperCase(java.util.Locale.ROOT));
            context.completions((code, cursor) ->
                    code.endsWith("weather:") ? List.of(new Completion("weather:rain", 0, "topic")) : List.of());
            context.cellHook(new CellHook() {
                @Override
                public void cellStarted(Cell cell) {
                    hooks.add("start " + cell.number());
                }

                @Override
                public void cellEnded(Cell cell, boolean succeeded) {
                    hooks.add("end " + cell.number() + " " + succeeded);
                }
            });
            context.commTarget("echo", (comm, opening) -> comm.onMessage(message -> comm.send(message.data())));
        }
    }

    private static final class Broken implements KernelExtension {
        @Override
        public void install(KernelContext context) {
            throw new IllegalStateException("no licence");
        }
    }

    private final Transcript frontEnd = new Transcript();
    private final Weather weather = new Weather();

    @SuppressWarnings("NullAway.Init")
    private Session session;

    private List<String> atStart = List.of();

    @BeforeAll
    void open() {
        session = Session.open(
                new SessionOptions(EvaluatorOptions.ofThisProcess(), List.of(new Broken(), weather)), frontEnd);
        session.flush();
        atStart = frontEnd.take();
    }

    @AfterAll
    void close() {
        session.close();
    }

    @BeforeEach
    void forget() {
        session.run(new Cell(0, "%reset"));
        frontEnd.take();
    }

    private @Nullable Object text(String code) {
        return bundle(code).get("text/plain");
    }

    private Map<String, Object> bundle(String code) {
        CellResult result = session.run(new Cell(1, code));
        assertThat(result.failure()).as("%s", code).isNull();
        return requireNonNull(result.bundle());
    }

    private String failure(String code) {
        return requireNonNull(session.run(new Cell(1, code)).failure()).report();
    }

    @Test
    void an_extension_that_fails_says_so_alone() {
        assertThat(atStart)
                .containsExactly(
                        "stderr: the extension Broken could not be installed: java.lang.IllegalStateException: no licence");
    }

    @Test
    void a_renderer_of_an_extension_shows_its_type() {
        assertThat(bundle("new Celsius(21.5)"))
                .containsEntry("text/html", "<b>21.5 °C</b>")
                .containsEntry("text/plain", "Celsius[degrees=21.5]");
    }

    @Test
    void a_renderer_that_fails_leaves_the_text_and_says_so() {
        assertThat(text("new Thread(\"t\").getClass() == Thread.class")).isEqualTo("true");
        assertThat((String) requireNonNull(text("new Thread(\"t\")"))).startsWith("Thread[");
        assertThat(frontEnd.take())
                .containsExactly("stderr: the renderer for java.lang.Thread failed: "
                        + "java.lang.IllegalStateException: threads are not shown");
    }

    @Test
    void magics_stand_between_java_and_keep_the_line_numbers() {
        assertThat(text("int n = 4;\n%double 21")).isEqualTo("42");
        assertThat(text("%%upper\nquiet %double 1")).isEqualTo("QUIET %DOUBLE 1");
        assertThat(failure("%double 1\n\nint m = n2;")).startsWith("cell[1]:3:9: cannot find variable n2");
        assertThat(failure("int k = 1;\n%frob"))
                .startsWith("cell[1]:2: there is no magic %frob; there are %classes, %classpath,");
        assertThat(text("String s = \"\"\"\n    %double 1\n    \"\"\";\ns.strip()"))
                .isEqualTo("%double 1");
    }

    @Test
    void time_shows_the_value_and_how_long_it_took() {
        assertThat(text("%time 6 * 7")).isEqualTo("42");
        assertThat(frontEnd.take()).singleElement().asString().startsWith("stdout: took ");
        assertThat(failure("%time 1 / 0")).startsWith("java.lang.ArithmeticException: / by zero");
    }

    @Test
    void a_cell_magic_can_be_interrupted() {
        new Thread(() -> {
                    while (frontEnd.take().isEmpty()) {
                        Thread.onSpinWait();
                    }
                    session.interrupt();
                })
                .start();
        assertThat(failure("%%time\nSystem.out.println(\"go\"); while (true) {}"))
                .contains("interrupted");
    }

    @Test
    void hooks_are_told_of_start_and_end() {
        weather.hooks.clear();
        session.run(new Cell(7, "1"));
        session.run(new Cell(8, "oops"));
        assertThat(weather.hooks).containsExactly("start 7", "end 7 true", "start 8", "end 8 false");
    }

    @Test
    void completions_of_extensions_and_magics_are_offered() {
        assertThat(session.complete("weather:", 8)).containsExactly(new Completion("weather:rain", 0, "topic"));
        assertThat(session.complete("%dou", 4)).containsExactly(new Completion("%double", 0, "magic"));
        assertThat(session.complete("int count = 1; cou", 18)).containsExactly(new Completion("count", 15, "name"));
    }

    @Test
    void a_muted_thread_shows_nothing() {
        KernelContext kernel = requireNonNull(weather.kernel);
        try (Muting outer = kernel.mute()) {
            try (Muting inner = kernel.mute()) {
                System.out.println("unheard");
                kernel.display("unseen");
                assertThat(inner).isNotSameAs(outer);
            }
            System.out.println("unheard still");
        }
        System.out.println("heard");
        session.flush();
        assertThat(frontEnd.take()).containsExactly("stdout: heard");
    }

    @Test
    void prints_come_before_the_display_that_follows_them() {
        session.run(new Cell(1, "System.out.print(1); display(2).update(3); System.out.print(4);"));
        assertThat(frontEnd.take()).containsExactly("stdout: 1", "display: 2", "update: 3", "stdout: 4");
    }

    @Test
    void comms_talk_in_both_directions() throws Exception {
        CommMessage hello = new CommMessage(Map.of("x", 1), Map.of(), List.of());
        session.comms().opened("id", "echo", hello);
        session.comms().said("id", hello);
        assertThat(session.comms().list("echo")).containsEntry("id", "echo");
        session.comms().closed("id");
        Comm own = requireNonNull(weather.kernel).openComm("widget", Map.of("y", 2), Map.of(), List.of());
        own.close();
        assertThat(frontEnd.take()).containsExactly("MESSAGE  {x=1}", "OPEN widget {y=2}", "CLOSE  {}");
        assertThat(session.comms().list(null)).isEmpty();
    }

    @Test
    void what_joins_the_class_path_brings_classes_and_extensions(@TempDir Path folder) throws Exception {
        Path source = Files.writeString(folder.resolve("Late.java"), """
                package late;

                public class Late implements dev.tidemark.kernel.spi.KernelExtension {
                    public static String hello() { return "hello"; }
                    public void install(dev.tidemark.kernel.spi.KernelContext kernel) {
                        kernel.lineMagic("late", "says hello", call -> hello());
                    }
                }
                """);
        int compiled = requireNonNull(ToolProvider.getSystemJavaCompiler())
                .run(
                        null,
                        null,
                        null,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        folder.toString(),
                        source.toString());
        assertThat(compiled).isEqualTo(0);
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(KernelExtension.class.getName()), "late.Late\nlate.Missing\n");
        assertThat(text("%classpath " + folder)).isEqualTo("added " + folder);
        assertThat(frontEnd.take())
                .singleElement()
                .asString()
                .contains("an extension could not be loaded", "late.Missing");
        assertThat(text("%late")).isEqualTo("hello");
        assertThat(text("late.Late.hello()")).isEqualTo("hello");
        assertThat(
                        text(
                                "new late.Late().getClass().getClassLoader() == Thread.currentThread().getContextClassLoader()"))
                .isEqualTo("true");
        assertThat(failure("%classpath nowhere.jar")).startsWith("cell[1]:1: nowhere.jar");
    }

    @Test
    void plain_values_are_shown_sensibly() {
        assertThat(text("new int[] {1, 2}")).isEqualTo("[1, 2]");
        assertThat(text("new String[][] {{\"a\"}}[0]")).isEqualTo("[a]");
        assertThat(text("(Object) null")).isEqualTo("null");
        assertThat(text("Map.of(\"k\", 1)")).isEqualTo("{k=1}");
        assertThat((String) requireNonNull(text("IntStream.range(0, 5000).boxed().toList()")))
                .startsWith("[0, 1, 2")
                .endsWith("999, … 4,000 more]");
        assertThat(bundle("record P(String a, int b) {}\nList.of(new P(\"<x>\", 1), new P(\"y\", 22))"))
                .containsEntry("text/plain", "a   │  b\n────┼───\n<x> │  1\ny   │ 22")
                .extractingByKey("text/html")
                .asString()
                .contains("<td style=\"text-align:left;white-space:nowrap\">&lt;x&gt;</td>");
        assertThat((String) requireNonNull(text("IntStream.range(0, 60).mapToObj(i -> new P(\"\", i)).toList()")))
                .endsWith("… 10 more, 60 in all");
    }

    @Test
    void a_value_whose_text_fails_does_not_fail_the_cell() {
        assertThat((String) requireNonNull(text(
                        "class Rude { public String toString() { throw new RuntimeException(\"no\"); } }\nnew Rude()")))
                .contains("Rude@");
        assertThat(frontEnd.take()).singleElement().asString().contains("failed: java.lang.RuntimeException: no");
    }
}
