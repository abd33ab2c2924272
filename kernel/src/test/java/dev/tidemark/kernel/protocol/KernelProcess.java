package dev.tidemark.kernel.protocol;

import dev.tidemark.kernel.KernelMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;

/** A kernel in a process of its own, as a front end starts it. */
record KernelProcess(Process process, KernelConnectionProperties connection) implements AutoCloseable {

    /**
     * Starts a kernel that keeps its files in a folder.
     *
     * <p>With {@code env}, since what a shell has put in the background ignores SIGINT, and so would all that it starts.
     */
    static KernelProcess in(Path folder) throws IOException {
        KernelConnectionProperties connection = FreePorts.connection("secret");
        Path file = Files.writeString(Files.createTempFile(folder, "connection", ".json"), connection.toJsonString());
        ProcessBuilder builder = new ProcessBuilder(
                "env",
                "--default-signal=INT",
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                KernelMain.class.getName(),
                file.toString());
        builder.environment().put("JUPYTER_DATA_DIR", folder.toString());
        builder.environment().remove("TIDEMARK_HISTORY");
        builder.redirectErrorStream(true);
        builder.redirectOutput(folder.resolve("kernel.log").toFile());
        return new KernelProcess(builder.start(), connection);
    }

    Client client() throws Exception {
        return new Client(connection, null);
    }

    /** Sends the signal that a terminal's Ctrl-C sends. */
    void signalInterrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    boolean endsByItself() throws InterruptedException {
        return process.waitFor(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
