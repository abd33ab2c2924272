package dev.tidemark.notebooks.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel's jar without the rest of the distribution. */
@Tag("distribution")
class StandaloneKernelTest {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void the_jar_alone_installs_a_kernel_that_starts_from_its_class_data_archive() throws IOException {
        Command.Outcome install = Command.of(
                        JAVA, "-jar", jar().toString(), "install", "--prefix", folder.toString(), "--name", "alone")
                .run();
        assertThat(install.exitCode()).as(install.everything()).isZero();
        Path kernel = folder.resolve("share/jupyter/kernels/alone");
        assertThat(kernel.resolve("classes.jsa")).isNotEmptyFile();

        List<String> line = startedWith(kernel.resolve("kernel.json"));
        assertThat(line).contains("-XX:SharedArchiveFile=" + kernel.resolve("classes.jsa"));
        Path loaded = folder.resolve("loaded.txt");
        line.set(line.indexOf("{connection_file}"), "--train");
        line.add(1, "-Xlog:class+load:file=" + loaded);
        line.removeIf(option -> option.startsWith("-Xlog:disable"));
        Command.Outcome start = Command.of(line.toArray(String[]::new)).run();

        assertThat(start.exitCode()).as(start.everything()).isZero();
        assertThat(Files.readAllLines(loaded)).anySatisfy(one -> assertThat(one)
                .contains("dev.tidemark.kernel.KernelMain ")
                .contains("source: shared objects file (top)"));
    }

    private static Path jar() throws IOException {
        try (Stream<Path> jars = Files.list(Project.target().resolve("distribution/lib"))) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith("tidemark-kernel"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<String> startedWith(Path specification) throws IOException {
        List<String> line = new ArrayList<>();
        new ObjectMapper()
                .readTree(specification.toFile())
                .path("argv")
                .forEach(argument -> line.add(argument.asText()));
        return line;
    }
}
