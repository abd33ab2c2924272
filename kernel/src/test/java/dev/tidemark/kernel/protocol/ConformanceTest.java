package dev.tidemark.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import dev.tidemark.kernel.KernelMain;
import dev.tidemark.kernel.render.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs Jupyter's own conformance suite against a kernel process; skipped where the suite is not installed, but never in CI. */
class ConformanceTest {
    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final Path SCRIPT = Path.of("src/test/python/conformance.py");

    @Test
    void the_kernel_passes_the_conformance_suite_of_jupyter(@TempDir Path folder) throws Exception {
        boolean there = Files.isExecutable(PYTHON) && finishes(folder, "-c", "import jupyter_kernel_test");
        assumeTrue(
                there || System.getenv("CI") != null,
                "/usr/bin/python3 has no jupyter_kernel_test (Debian: python3-jupyter-kernel-test)");
        JsonObject kernelspec = new JsonObject();
        kernelspec.addProperty("display_name", "Tidemark");
        kernelspec.addProperty("language", "java");
        kernelspec.addProperty("interrupt_mode", "message");
        kernelspec.add(
                "argv",
                Json.tree(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KernelMain.class.getName(),
                        "{connection_file}")));
        Path kernel = Files.createDirectories(folder.resolve("kernels/tidemark"));
        Files.writeString(kernel.resolve("kernel.json"), Json.text(kernelspec));
        boolean passed = finishes(folder, SCRIPT.toAbsolutePath().toString());
        assertThat(passed)
                .as("%s", Files.readString(folder.resolve("log.txt"), StandardCharsets.UTF_8))
                .isTrue();
        assertThat(folder.resolve("log.txt")).content().contains("test_pager").doesNotContain("skipped");
    }

    private static boolean finishes(Path folder, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(PYTHON.toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().put("JUPYTER_DATA_DIR", folder.toString());
        builder.redirectErrorStream(true);
        builder.redirectOutput(folder.resolve("log.txt").toFile());
        Process process = builder.start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return process.waitFor() == 0;
    }
}
