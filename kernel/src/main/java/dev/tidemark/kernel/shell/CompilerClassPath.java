package dev.tidemark.kernel.shell;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * What cells are compiled against: the class path of this JVM and what joined it, but for jars in a folder named {@code inner}.
 *
 * <p>The compiler lists every jar before it compiles the first line, and completion offers what is listed. What a library only
 * runs with need not be among it.
 */
final class CompilerClassPath {
    private static final Path HIDDEN = Path.of("inner");

    private final List<Path> entries = new ArrayList<>();
    private @Nullable StandardJavaFileManager files;

    CompilerClassPath(String classPath) {
        Stream.of(classPath.split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .filter(entry -> !hidden(entry))
                .forEach(entries::add);
    }

    private static boolean hidden(Path entry) {
        Path folder = entry.getParent();
        return folder != null && folder.endsWith(HIDDEN);
    }

    /** Makes a compiler's files see this class path, from now on. */
    StandardJavaFileManager seenBy(StandardJavaFileManager compiler) {
        files = compiler;
        show();
        return compiler;
    }

    /** Adds jars or folders behind the others. */
    void add(List<Path> more) {
        entries.addAll(more);
        show();
    }

    /** All of it, in order. */
    List<Path> entries() {
        return List.copyOf(entries);
    }

    private void show() {
        if (files != null) {
            try {
                files.setLocationFromPaths(StandardLocation.CLASS_PATH, entries);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
