package dev.tidemark.engine.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of one's own on a free port of the loopback, from Debian's package {@code postgresql}, without which the test fails.
 *
 * <p>PostgreSQL refuses to be root, so that root starts it as the user {@code postgres}, whom the package makes.
 */
final class PostgresServer implements AutoCloseable {
    private final Path data;
    private final int port;
    private @Nullable Process process;

    private PostgresServer(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    static PostgresServer startIn(Path folder) throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path data = Files.createDirectory(folder.resolve("data"));
        if (isRoot()) {
            run(List.of("chown", "postgres:", data.toString()));
        }
        run(unprivileged(
                "initdb",
                "-D",
                data.toString(),
                "-U",
                "tidemark",
                "-A",
                "trust",
                "--locale=C",
                "-E",
                "UTF8",
                "--no-sync"));
        PostgresServer server = new PostgresServer(data, freePort());
        server.start();
        return server;
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=tidemark";
    }

    void start() throws IOException {
        Process started = new ProcessBuilder(unprivileged(
                        "postgres",
                        "-D",
                        data.toString(),
                        "-p",
                        String.valueOf(port),
                        "-F",
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "log_min_messages=log"))
                .redirectErrorStream(true)
                .directory(new File("/"))
                .start();
        process = started;
        StringBuilder said = new StringBuilder();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains("ready to accept connections")) {
                return;
            }
            said.append(line).append('\n');
        }
        throw new IOException("PostgreSQL did not start:\n" + said);
    }

    /** A fast shutdown: what is connected is told to go. */
    void stop() throws IOException {
        Process running = process;
        process = null;
        if (running != null) {
            run(List.of("kill", "-INT", String.valueOf(running.pid())));
            running.onExit().join();
        }
    }

    @Override
    public void close() throws IOException {
        stop();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static List<String> unprivileged(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"));
        }
        command.add(binary(program));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Of the latest version that is installed. */
    private static String binary(String program) throws IOException {
        Path versions = Path.of("/usr/lib/postgresql");
        assertThat(versions).as("apt-get install postgresql").isDirectory();
        try (Stream<Path> installed = Files.list(versions)) {
            return installed
                    .map(version -> version.resolve("bin").resolve(program))
                    .filter(Files::isExecutable)
                    .max(Comparator.naturalOrder())
                    .orElseThrow()
                    .toString();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .directory(new File("/"))
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue())
                .as(command + "\n" + said)
                .isZero();
    }
}
