package dev.tidemark.kernel.magic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds jars by a file, a folder or a pattern such as {@code lib/**.jar}; a slash separates folders on every system. */
final class JarFiles {
    private JarFiles() {}

    static List<Path> find(String pattern) throws IOException {
        Path whole = asPath(pattern);
        if (whole != null && Files.isRegularFile(whole)) {
            return List.of(whole);
        }
        boolean folder = whole != null && Files.isDirectory(whole);
        String text = (folder ? pattern + "/*.jar" : pattern).replace('\\', '/');
        int wild = firstWild(text);
        int cut = text.lastIndexOf('/', wild);
        Path base = Path.of(cut < 0 ? "." : cut == 0 ? "/" : text.substring(0, cut));
        List<Path> found =
                wild == text.length() || !Files.isDirectory(base) ? List.of() : matching(base, text.substring(cut + 1));
        if (found.isEmpty()) {
            throw new NoSuchFileException(
                    pattern, null, "no jar matches, looking from " + Path.of("").toAbsolutePath());
        }
        return found;
    }

    private static List<Path> matching(Path base, String glob) throws IOException {
        PathMatcher matcher = base.getFileSystem().getPathMatcher("glob:" + glob);
        int depth = glob.contains("**")
                ? Integer.MAX_VALUE
                : (int) glob.chars().filter(c -> c == '/').count() + 1;
        try (Stream<Path> files = Files.walk(base, depth)) {
            return files.filter(file -> file.toString().endsWith(".jar") && Files.isRegularFile(file))
                    .filter(file -> matcher.matches(base.relativize(file)))
                    .map(Path::normalize)
                    .sorted()
                    .toList();
        }
    }

    private static @Nullable Path asPath(String text) {
        return firstWild(text) < text.length() ? null : Path.of(text);
    }

    private static int firstWild(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("*?[{".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }
}
