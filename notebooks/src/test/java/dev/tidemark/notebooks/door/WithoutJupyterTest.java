package dev.tidemark.notebooks.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./tidemark notebook} on a machine that has no Jupyter: a PATH of its own stands for that machine. */
@Tag("distribution")
class WithoutJupyterTest {

    /** What the script itself uses, apart from those that a test puts in. */
    private static final List<String> TOOLS = List.of(
            "bash",
            "readlink",
            "dirname",
            "sed",
            "head",
            "tail",
            "cat",
            "sort",
            "paste",
            "find",
            "sha256sum",
            "cut",
            "mkdir",
            "mv",
            "cp",
            "rm",
            "flock",
            "timeout",
            "realpath",
            "basename",
            "grep");

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void makeThePath() throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        for (String tool : TOOLS) {
            Files.createSymbolicLink(
                    folder.resolve("bin").resolve(tool), Path.of("/usr/bin").resolve(tool));
        }
        tool("dpkg-query", "exit 1");
    }

    @Test
    void user_who_is_not_root_gets_the_exact_command_and_the_kernel_is_registered_all_the_same() throws IOException {
        tool("id", "echo 1000");
        tool("apt-get", "echo called >" + folder.resolve("called"));

        Command.Outcome outcome = notebook();

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("only root may install packages; the command is: sudo apt-get install -y "
                        + "--no-install-recommends jupyter-notebook jupyter-nbconvert")
                .contains("Without it: ./tidemark run notebooks/FILE.ipynb");
        assertThat(folder.resolve("called")).doesNotExist();
        assertThat(folder.resolve("jupyter/kernels/tidemark/kernel.json")).isRegularFile();
    }

    @Test
    void apt_get_that_fails_is_told_with_its_last_words_and_the_kernel_is_registered_all_the_same() throws IOException {
        tool("id", "echo 0");
        tool("apt-get", "echo 'E: the archive is on strike'; exit 100");

        Command.Outcome outcome = notebook();

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("E: the archive is on strike", "apt-get failed", "the command was: apt-get install -y");
        assertThat(folder.resolve("jupyter/kernels/tidemark/kernel.json")).isRegularFile();
    }

    @Test
    void machine_without_apt_get_is_told_what_to_install() throws IOException {
        tool("id", "echo 0");

        Command.Outcome outcome = notebook();

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("there is no apt-get here; on Debian 12 the command would be: apt-get install");
    }

    @Test
    void kernel_is_registered_by_name_where_jupyter_looks_for_it() throws IOException {
        tool("id", "echo 1000");

        Command.tidemark("kernel", "install")
                .with("PATH", folder.resolve("bin").toString())
                .with("XDG_DATA_HOME", folder.resolve("share").toString())
                .with("JUPYTER_DATA_DIR", "")
                .run();

        assertThat(folder.resolve("share/jupyter/kernels/tidemark/kernel.json")).isRegularFile();
    }

    private Command.Outcome notebook() {
        return Command.tidemark("notebook", "--no-browser")
                .with("PATH", folder.resolve("bin").toString())
                .with("JUPYTER_DATA_DIR", folder.resolve("jupyter").toString())
                .run();
    }

    private void tool(String name, String body) throws IOException {
        Path file = folder.resolve("bin").resolve(name);
        Files.writeString(file, "#!/usr/bin/bash\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
