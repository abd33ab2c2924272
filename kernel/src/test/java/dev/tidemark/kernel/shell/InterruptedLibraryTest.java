package dev.tidemark.kernel.shell;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells that hang in code that is not the notebook's own. */
class InterruptedLibraryTest {
    /** A sum that never ends, in the JDK's own code, which has no checks. */
    private static final String ENDLESS = "Stream.iterate(started, UnaryOperator.identity())"
            + ".peek(CountDownLatch::countDown).mapToLong(CountDownLatch::getCount).sum()";

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

    @Test
    void a_loop_in_a_library_ends_when_it_is_interrupted() throws Exception {
        java.addToClasspath(List.of(library()));
        CellFailure failure = interrupted("org.example.spin.Spinner.spin(started);");
        assertThat(failure.kind()).as("%s", failure).isEqualTo(CellFailure.Kind.INTERRUPTED);
        assertThat(java.leftBehind()).isEmpty();
    }

    @Test
    void a_class_of_a_library_knows_its_package_and_its_jar() throws Exception {
        Path jar = library();
        java.addToClasspath(List.of(jar));
        assertThat(valueOf("org.example.spin.Spinner.class.getPackage().getImplementationVersion()"))
                .isEqualTo("1.2");
        assertThat(valueOf("org.example.spin.Spinner.class.getProtectionDomain().getCodeSource().getLocation()"))
                .isEqualTo(jar.toUri().toURL());
    }

    @Test
    void a_library_may_be_a_folder() throws Exception {
        library();
        Path classes = folder.resolve("classes");
        java.addToClasspath(List.of(classes));
        assertThat(valueOf("org.example.spin.Spinner.class.getProtectionDomain().getCodeSource().getLocation()"))
                .isEqualTo(classes.toUri().toURL());
    }

    @Test
    void a_loop_in_the_jdk_is_ended_where_the_jvm_can_and_left_behind_and_counted_where_it_cannot() throws Exception {
        CellFailure failure = interrupted(ENDLESS);
        if (Runtime.version().feature() < 20) {
            assertThat(failure.kind()).as("%s", failure).isEqualTo(CellFailure.Kind.INTERRUPTED);
            assertThat(java.leftBehind()).isEmpty();
        } else {
            assertThat(failure.kind()).as("%s", failure).isEqualTo(CellFailure.Kind.STUCK);
            assertThat(failure.report()).contains("inside java.util.");
            assertThat(java.leftBehind())
                    .singleElement()
                    .extracting(Thread::getName)
                    .isEqualTo("cell, left behind");
        }
        assertThat(valueOf("20 + 1")).isEqualTo(21);
    }

    private Object valueOf(String code) {
        CellOutcome outcome = java.evaluate(++cells, code);
        assertThat(outcome.failure()).as("%s", code).isNull();
        return requireNonNull(outcome.value());
    }

    private CellFailure interrupted(String code) throws Exception {
        java.begin();
        CountDownLatch started = (CountDownLatch) valueOf("var started = new CountDownLatch(1);\nstarted");
        Thread interrupter = new Thread(() -> {
            try {
                started.await();
                java.interrupt();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        interrupter.start();
        CellFailure failure = requireNonNull(java.evaluate(++cells, code).failure());
        interrupter.join();
        java.begin();
        return failure;
    }

    /** A jar with a class that loops for ever, and the folder {@code classes} that it was made of. */
    private Path library() throws Exception {
        Path source = folder.resolve("Spinner.java");
        Files.writeString(source, """
                package org.example.spin;
                public class Spinner {
                    private static volatile long turns;
                    public static void spin(java.util.concurrent.CountDownLatch started) {
                        started.countDown();
                        while (true) {
                            turns++;
                        }
                    }
                }
                """);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        int failed =
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", classes.toString(), source.toString());
        assertThat(failed).isZero();
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, "1.2");
        Path jar = folder.resolve("spin.jar");
        String name = "org/example/spin/Spinner.class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new JarEntry(name));
            out.write(Files.readAllBytes(classes.resolve(name)));
            out.closeEntry();
        }
        return jar;
    }
}
