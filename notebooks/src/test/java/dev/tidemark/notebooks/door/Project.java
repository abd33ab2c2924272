package dev.tidemark.notebooks.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where things lie in the source tree. */
public final class Project {

    private static final Path MODULE = Path.of("").toAbsolutePath();

    private Project() {}

    /** The folder with the script {@code tidemark}. */
    public static Path root() {
        Path root = MODULE.getParent();
        if (root == null || !Files.exists(root.resolve("tidemark"))) {
            throw new IllegalStateException("tests of the notebooks run in the folder 'notebooks', not in " + MODULE);
        }
        return root;
    }

    /** The folder of the module {@code notebooks}. */
    public static Path module() {
        return MODULE;
    }

    public static Path target() {
        return MODULE.resolve("target");
    }

    /** The smoke notebook, and each notebook that users read. */
    public static List<Path> notebooks() {
        try (Stream<Path> files = Files.list(MODULE)) {
            Stream<Path> course =
                    files.filter(file -> file.toString().endsWith(".ipynb")).sorted();
            return Stream.concat(Stream.of(MODULE.resolve("src/test/resources/smoke.ipynb")), course)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether users read this notebook, rather than tests alone. */
    static boolean isCourse(Path notebook) {
        return MODULE.equals(notebook.getParent());
    }

    public static String nameOf(Path notebook) {
        return notebook.getFileName().toString().replaceFirst("\\.ipynb$", "");
    }

    /** An empty folder {@code target/NAME}; data files lie in it as they lie beside the notebooks. */
    public static Path workspace(String name) {
        Path folder = target().resolve(name);
        try {
            deleteTree(folder);
            Files.createDirectories(folder);
            Path data = MODULE.resolve("data");
            if (Files.isDirectory(data)) {
                Files.createSymbolicLink(folder.resolve("data"), data);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
