package dev.tidemark.notebooks.door;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The classic Notebook as {@code ./tidemark notebook} starts it, on a free loopback port, serving one folder. */
final class ClassicServer implements AutoCloseable {

    private static final String TOKEN = "0123456789abcdef";

    private final Process process;
    private final int port;
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();

    private ClassicServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static ClassicServer serving(Path folder, InstalledKernel kernel) throws Exception {
        int port = freePort();
        Process process = Command.tidemark("notebook", "--no-browser", "--port", Integer.toString(port), "--")
                .and("--ip=127.0.0.1", "--NotebookApp.port_retries=0", "--NotebookApp.token=" + TOKEN)
                .and("--notebook-dir=" + folder)
                .with(kernel.environment())
                .with("PATH", "/usr/bin:/bin:/usr/sbin:/sbin")
                .start(ProcessBuilder.Redirect.DISCARD, ProcessBuilder.Redirect.PIPE);
        var server = new ClassicServer(process, port);
        var reader = new Thread(() -> server.copyLog(folder.resolve("server.log")), "classic-server-log");
        reader.setDaemon(true);
        reader.start();
        if (!server.ready.get(120, TimeUnit.SECONDS)) {
            throw new AssertionError("the server did not start: " + Files.readString(folder.resolve("server.log")));
        }
        return server;
    }

    String addressOf(Path notebook) {
        return "http://127.0.0.1:" + port + "/notebooks/" + notebook.getFileName() + "?token=" + TOKEN;
    }

    /** The server says when it listens, so nobody has to ask again and again. */
    private void copyLog(Path log) {
        try (BufferedReader lines = process.errorReader();
                PrintWriter copy = new PrintWriter(Files.newBufferedWriter(log), true)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                copy.println(line);
                if (line.contains("is running at")) {
                    ready.complete(true);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            ready.complete(false);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Jupyter ends its kernels when it is asked to stop. */
    @Override
    public void close() {
        Command.end(process);
    }
}
