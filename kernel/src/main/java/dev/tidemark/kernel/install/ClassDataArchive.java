package dev.tidemark.kernel.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What the JVM has parsed of the kernel's classes, kept in a file, so that a start need not do it again.
 *
 * <p>An archive belongs to one build of the JVM, its options and one list of jars; a JVM for which it was not made leaves
 * it alone and starts as if there were none (JEP 350).
 */
final class ClassDataArchive {
    private static final int LONGEST_MINUTES = 3;

    private ClassDataArchive() {}

    /**
     * Lets a kernel do typical work and keeps what it loaded.
     *
     * @param command the command and its options, up to the class path
     * @param classPath what the kernel will be started with
     * @param folder gets the file
     * @return the file; empty if the JVM could not make one
     * @throws IOException if the command cannot be started or the folder cannot be written to
     */
    static Optional<Path> make(List<String> command, String classPath, Path folder) throws IOException {
        Path draft = folder.resolve("classes.jsa.draft").toAbsolutePath();
        List<String> line = new ArrayList<>(command);
        line.add("-XX:ArchiveClassesAtExit=" + draft);
        line.addAll(List.of("-cp", classPath, KernelSpecification.MAIN, "--train"));
        Process training = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!training.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)
                    || training.exitValue() != 0
                    || !Files.isRegularFile(draft)) {
                return Optional.empty();
            }
            Path archive = folder.resolve("classes.jsa").toAbsolutePath();
            Files.move(draft, archive, StandardCopyOption.REPLACE_EXISTING);
            return Optional.of(archive);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            training.destroyForcibly();
            Files.deleteIfExists(draft);
        }
    }

    /** The JVM's option that uses an archive. */
    static String use(Path archive) {
        return "-XX:SharedArchiveFile=" + archive;
    }
}
