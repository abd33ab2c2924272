package dev.tidemark.notebooks.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;

/** The kernel "tidemark", registered by the script in Jupyter folders of its own, apart from those of whoever runs the tests. */
record InstalledKernel(Path data) {

    static InstalledKernel inFolder(String name) {
        var kernel = new InstalledKernel(Project.workspace(name));
        Command.Outcome outcome =
                Command.tidemark("kernel", "install").with(kernel.environment()).run();
        assertThat(outcome.exitCode()).as(outcome.everything()).isZero();
        return kernel;
    }

    Path specification() {
        return data.resolve("kernels/tidemark/kernel.json");
    }

    Map<String, String> environment() {
        return Map.of(
                "JUPYTER_DATA_DIR", data.toString(),
                "JUPYTER_CONFIG_DIR", data.resolve("config").toString(),
                "JUPYTER_RUNTIME_DIR", data.resolve("runtime").toString(),
                "IPYTHONDIR", data.resolve("ipython").toString());
    }
}
