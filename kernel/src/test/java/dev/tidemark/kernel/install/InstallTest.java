package dev.tidemark.kernel.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.tidemark.kernel.install.JupyterFolders.OperatingSystem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private int run(String... arguments) throws IOException {
        Path jar = folder.resolve("a kernel.jar");
        Files.writeString(jar, "the jar");
        JupyterFolders folders = new JupyterFolders(
                OperatingSystem.LINUX,
                Map.of("JUPYTER_DATA_DIR", folder.resolve("data").toString()),
                "nowhere");
        PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
        return new InstallCommand(folders, List.of(jar), out).run(List.of(arguments), out);
    }

    private String output() {
        String text = written.toString(StandardCharsets.UTF_8);
        written.reset();
        return text;
    }

    @Test
    void each_system_has_its_own_places() {
        var windows = new JupyterFolders(
                OperatingSystem.WINDOWS,
                Map.of("APPDATA", "C:\\Users\\Ada L\\AppData\\Roaming", "PROGRAMDATA", "C:\\ProgramData"),
                "C:\\Users\\Ada L");
        assertThat(windows.kernel(windows.user(), "java"))
                .isEqualTo("C:\\Users\\Ada L\\AppData\\Roaming\\jupyter\\kernels\\java");
        assertThat(windows.prefix("C:\\py\\")).isEqualTo("C:\\py\\share\\jupyter");
        assertThat(windows.everybody()).isEqualTo("C:\\ProgramData\\jupyter");
        assertThat(OperatingSystem.WINDOWS.java("C:\\jdk 17")).isEqualTo("C:\\jdk 17\\bin\\java.exe");
        var mac = new JupyterFolders(OperatingSystem.named("Mac OS X"), Map.of("VIRTUAL_ENV", "/env"), "/h/ada");
        assertThat(mac.searched())
                .containsExactly(
                        "/h/ada/Library/Jupyter",
                        "/env/share/jupyter",
                        "/usr/local/share/jupyter",
                        "/usr/share/jupyter");
        var linux = new JupyterFolders(OperatingSystem.named("Linux"), Map.of("JUPYTER_PATH", "/a:/b"), "/h/ada");
        assertThat(linux.searched()).startsWith("/a", "/b", "/h/ada/.local/share/jupyter");
        assertThat(OperatingSystem.named("Windows 11")).isEqualTo(OperatingSystem.WINDOWS);
    }

    @Test
    void windows_paths_survive_in_the_specification() {
        var specification = new KernelSpecification(
                "C:\\jdk 17\\bin\\java.exe",
                List.of("-Xmx1g"),
                "C:\\k\\a.jar;C:\\k\\b.jar",
                "Java",
                Map.of("A", "\\n"));
        var root = JsonParser.parseString(specification.json()).getAsJsonObject();
        assertThat(root.getAsJsonArray("argv").asList().stream().map(one -> one.getAsString()))
                .containsExactly(
                        "C:\\jdk 17\\bin\\java.exe",
                        "-Xmx1g",
                        "-cp",
                        "C:\\k\\a.jar;C:\\k\\b.jar",
                        "dev.tidemark.kernel.KernelMain",
                        "{connection_file}");
        assertThat(root.getAsJsonObject("env").get("A").getAsString()).isEqualTo("\\n");
    }

    @Test
    void an_installed_kernel_is_whole_and_can_be_removed() throws IOException {
        assertThat(run(
                        "install",
                        "--no-archive",
                        "--name",
                        "my-java",
                        "--jvm-option",
                        "-Xmx2g",
                        "--startup",
                        "first.jsh"))
                .isZero();
        Path kernel = folder.resolve("data/kernels/my-java");
        assertThat(output()).isEqualTo("installed the kernel \"my-java\" in " + kernel + System.lineSeparator());
        assertThat(kernel.resolve("tidemark-kernel.jar")).hasContent("the jar");
        assertThat(Files.readString(kernel.resolve("kernel.json")))
                .contains("\"-Xmx2g\"", kernel.resolve("tidemark-kernel.jar").toString())
                .contains("\"TIDEMARK_STARTUP\": \"first.jsh\"");
        run("doctor");
        assertThat(output()).contains("found    the kernel \"my-java\": " + kernel.resolve("kernel.json"));
        assertThat(run("uninstall", "--name", "my-java")).isZero();
        assertThat(kernel).doesNotExist();
        assertThat(run("uninstall", "--name", "my-java")).isEqualTo(2);
    }

    @Test
    void a_prefix_is_a_place_of_its_own() throws IOException {
        assertThat(run(
                        "install",
                        "--no-archive",
                        "--prefix",
                        folder.resolve("py").toString()))
                .isZero();
        assertThat(folder.resolve("py/share/jupyter/kernels/tidemark-java/kernel.json"))
                .isRegularFile();
    }

    @Test
    void a_kernel_whose_archive_cannot_be_made_is_installed_without() throws IOException {
        assertThat(run("install")).isZero();
        Path kernel = folder.resolve("data/kernels/tidemark-java");
        assertThat(output().lines())
                .containsExactly(
                        "making a class-data archive, so that the kernel starts quickly; this takes a few seconds",
                        "  this JVM made none: the kernel works, but each start takes about a second longer",
                        "installed the kernel \"tidemark-java\" in " + kernel);
        assertThat(Files.readString(kernel.resolve("kernel.json"))).doesNotContain("SharedArchiveFile");
        assertThat(kernel).isDirectoryNotContaining("glob:**.jsa*");
    }

    @Test
    void the_doctor_says_what_is_missing_and_how_to_mend_it() throws IOException {
        run("install", "--no-archive");
        Files.delete(folder.resolve("data/kernels/tidemark-java/tidemark-kernel.jar"));
        output();
        assertThat(run("doctor")).isEqualTo(1);
        assertThat(output())
                .contains("with its compiler and JShell")
                .contains("missing  there is no jupyter on the PATH")
                .contains("names what is gone: " + folder.resolve("data/kernels/tidemark-java/tidemark-kernel.jar"))
                .contains("to mend it: install it again");
    }

    @Test
    void what_is_not_understood_is_refused() throws IOException {
        assertThat(run("install", "--nmae", "x")).isEqualTo(2);
        assertThat(output()).startsWith("error: unknown option --nmae; --help shows those that there are");
        assertThat(run("install", "--name", "a b")).isEqualTo(2);
        assertThat(output()).startsWith("error: 'a b' cannot be a kernel's name");
        assertThat(run("install", "--env", "x")).isEqualTo(2);
        assertThat(output()).startsWith("error: --env needs NAME=VALUE, not 'x'");
    }
}
