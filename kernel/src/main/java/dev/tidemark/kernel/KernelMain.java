package dev.tidemark.kernel;

import dev.tidemark.kernel.history.HistoryPlace;
import dev.tidemark.kernel.install.InstallCommand;
import dev.tidemark.kernel.protocol.KernelServer;
import dev.tidemark.kernel.protocol.Training;
import dev.tidemark.kernel.session.SessionOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Starts the kernel that a Jupyter front end asked for: {@code KernelMain CONNECTION_FILE}.
 *
 * <p>{@code KernelMain --train} does typical work and ends; run with {@code -XX:ArchiveClassesAtExit=FILE}, it makes a
 * class-data archive with which later starts are quick.
 */
public final class KernelMain {
    private static final String USAGE = """
            usage: KernelMain CONNECTION_FILE   (a front end gives the file)
                   KernelMain --train           (typical work, for a class-data archive)
                   KernelMain install|uninstall|doctor [OPTION…]   (--help after the word shows more)""";

    private KernelMain() {}

    /**
     * Runs the kernel until it is told to shut down.
     *
     * @param arguments the connection file, or {@code --train}, or a word of {@link InstallCommand} and its options
     */
    public static void main(String[] arguments) {
        if (arguments.length > 0 && InstallCommand.WORDS.contains(arguments[0])) {
            System.exit(InstallCommand.run(List.of(arguments), System.out, System.err));
        }
        if (arguments.length != 1 || arguments[0].equals("--help")) {
            System.err.println(USAGE);
            System.exit(arguments.length == 1 ? 0 : 2);
        }
        try {
            if (arguments[0].equals("--train")) {
                Training.run();
            } else {
                serve(Path.of(arguments[0]));
            }
            // threads that cells started must not keep the process alive
            System.exit(0);
        } catch (IOException e) {
            System.err.println("error: " + arguments[0] + ": " + e.getMessage());
            System.exit(2);
        } catch (InterruptedException e) {
            System.exit(1);
        }
    }

    /** A front end that dies cannot ask for a shutdown; Jupyter's launchers name its process in the environment. */
    private static void endWithFrontEnd(KernelServer server) {
        String parent = System.getenv("JPY_PARENT_PID");
        if (parent != null && parent.matches("[1-9]\\d{0,9}")) {
            ProcessHandle.of(Long.parseLong(parent)).ifPresent(process -> {
                Thread watch = new Thread(
                        () -> {
                            process.onExit().join();
                            server.close();
                        },
                        "front end");
                watch.setDaemon(true);
                watch.start();
            });
        }
    }

    private static void serve(Path connectionFile) throws IOException, InterruptedException {
        if (!Files.isRegularFile(connectionFile)) {
            throw new IOException("no such file");
        }
        KernelServer server = KernelServer.bind(
                Files.readString(connectionFile), SessionOptions.ofThisProcess(), HistoryPlace.open());
        InterruptSignal.onInterrupt(server::interrupt);
        endWithFrontEnd(server);
        server.awaitShutdown();
    }
}
