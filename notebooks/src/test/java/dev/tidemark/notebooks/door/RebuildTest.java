package dev.tidemark.notebooks.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is built without cause: the script in a small project of its own, with a Maven that only writes down that it was called. */
@Tag("distribution")
class RebuildTest {

    @TempDir
    Path project = Path.of("");

    @BeforeEach
    void makeTheProject() throws IOException {
        Files.copy(Project.root().resolve("tidemark"), project.resolve("tidemark"));
        write("pom.xml", "<project/>");
        write(".mvn/jvm.config", "");
        write("engine/pom.xml", "<project/>");
        write("engine/src/main/java/A.java", "class A {}");
        write("engine/src/main/java/B.java", "class B {}");
        write("notebooks/src/main/kernelspec/logo-svg.svg", "<svg/>");
        program("bin/mvn", """
                echo built >>calls
                echo "[INFO] Building Tidemark :: engine 0.1.0-SNAPSHOT    [2/7]"
                mkdir -p notebooks/target/distribution/lib
                """);
    }

    @Test
    void second_call_builds_nothing() throws IOException {
        assertThat(install().err()).contains("building the distribution", "Tidemark :: engine [2/7]");
        assertThat(install().err()).doesNotContain("building the distribution");
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void file_that_was_only_touched_is_no_cause() throws IOException {
        install();
        Files.setLastModifiedTime(project.resolve("engine/src/main/java/A.java"), FileTime.from(Instant.EPOCH));

        install();

        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void changed_file_is_a_cause() throws IOException {
        install();
        write("engine/src/main/java/A.java", "class A { int a; }");

        install();

        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void deleted_file_is_a_cause() throws IOException {
        install();
        Files.delete(project.resolve("engine/src/main/java/B.java"));

        install();

        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void failed_build_is_told_and_tried_again() throws IOException {
        program("bin/mvn", "echo built >>calls; echo '[ERROR] A.java:[1,1] a semicolon is missing'; exit 1");

        Command.Outcome outcome = install();
        install();

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .contains(
                        "a semicolon is missing",
                        "its whole output is in " + project.toRealPath() + "/target/logs/build.log")
                .contains("the distribution could not be built");
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void java_before_17_is_refused_with_what_to_install() throws IOException {
        program("old/bin/java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");

        Command.Outcome outcome =
                command().with("JAVA_HOME", project.resolve("old").toString()).run();

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("Java 17 or later is needed", "is 11", "apt-get install openjdk-17-jdk-headless");
    }

    @Test
    void runtime_without_a_compiler_is_refused() throws IOException {
        program("jre/bin/java", "echo 'openjdk version \"21.0.2\" 2024-01-15' >&2");

        Command.Outcome outcome =
                command().with("JAVA_HOME", project.resolve("jre").toString()).run();

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).contains("a JDK is needed");
    }

    private Command.Outcome install() {
        return command().run();
    }

    private Command command() {
        return Command.of(project.resolve("tidemark").toString(), "kernel", "install")
                .with("JAVA_HOME", System.getProperty("java.home"))
                .with("TIDEMARK_DISTRIBUTION", "")
                .with("JUPYTER_DATA_DIR", project.resolve("jupyter").toString())
                .with("PATH", project.resolve("bin") + ":/usr/bin:/bin");
    }

    private int builds() throws IOException {
        return Files.readAllLines(project.resolve("calls")).size();
    }

    private void write(String path, String text) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }

    private void program(String path, String body) throws IOException {
        write(path, "#!/usr/bin/bash\n" + body + "\n");
        Files.setPosixFilePermissions(project.resolve(path), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
