package dev.tidemark.engine.state.rocksdb;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for the files of one backend: gone when it is closed, at the latest when the process ends. */
final class TemporaryFolder implements AutoCloseable {
    private final Path path;
    private final Thread atExit;

    private TemporaryFolder(Path path) {
        this.path = path;
        this.atExit = new Thread(() -> delete(path.toFile()), "remove " + path);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * A new one.
     *
     * @throws UncheckedIOException if {@code parent} is not a folder that can be written
     */
    static TemporaryFolder in(Path parent) {
        try {
            return new TemporaryFolder(Files.createTempDirectory(parent, "tidemark-state-"));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "no folder for state can be made in " + parent + "; name one that can be written", e);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            return; // the process is ending, and the folder goes by that
        }
        delete(path.toFile());
    }

    /** By {@link File}, whose calls no interrupt of the thread breaks off. */
    private static void delete(File file) {
        File[] inside = file.listFiles();
        if (inside != null) {
            for (File each : inside) {
                delete(each);
            }
        }
        file.delete();
    }
}
