package dev.tidemark.kernel.javadoc;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The sources of the libraries on a class path: {@code x-1.0-sources.jar} beside {@code x-1.0.jar} as in Maven's repository,
 * or in the folder next to its folder as in Gradle's cache.
 */
public final class LibrarySources {
    private static final Logger LOGGER = Logger.getLogger("Tidemark.javadoc");

    /** A class file in a jar. */
    private record Place(Path jar, String entry) {}

    private final ClassLoader loader;

    /**
     * Sources for what a loader sees.
     *
     * @param loader finds the jar of a class
     */
    public LibrarySources(ClassLoader loader) {
        this.loader = loader;
    }

    /**
     * Finds a declaration of a library in the library's source.
     *
     * @param signature the declaration, its type named as it was written
     * @param imports the imports in effect, such as {@code java.util.*} or {@code com.example.Tide}
     * @return the declaration with its comment, or null if the type, its sources or the declaration are not found
     */
    public @Nullable Documented find(Signature signature, List<String> imports) {
        try {
            Documented member = signature.owner().isEmpty() ? null : find(signature.owner(), signature, imports);
            if (member != null || !signature.call()) {
                return member;
            }
            String type = signature.owner().isEmpty() ? signature.name() : signature.owner() + "." + signature.name();
            return find(type, signature, imports);
        } catch (IOException | URISyntaxException unreadable) {
            LOGGER.log(Level.FINE, "no source for " + signature, unreadable);
            return null;
        }
    }

    private @Nullable Documented find(String type, Signature signature, List<String> imports)
            throws IOException, URISyntaxException {
        for (String name : candidates(type, imports)) {
            Place place = place(name);
            if (place != null) {
                String source = source(place);
                return source.isEmpty()
                        ? null
                        : SourceMembers.find(ParsedJava.of(source), nesting(place.entry()), signature);
            }
        }
        return null;
    }

    /** Full names that a name may stand for, in the order in which Java looks. */
    private static List<String> candidates(String type, List<String> imports) {
        List<String> names = new ArrayList<>(List.of(type));
        String first = type.split("\\.", 2)[0];
        for (String one : imports) {
            if (one.endsWith("." + first)) {
                names.add(one.substring(0, one.length() - first.length()) + type);
            } else if (one.endsWith(".*")) {
                names.add(one.substring(0, one.length() - 1) + type);
            }
        }
        return names;
    }

    /** Where a class file is; each dot from the right may be that of a nested type. */
    private @Nullable Place place(String name) throws IOException, URISyntaxException {
        String path = name.replace('.', '/');
        while (true) {
            URL found = loader.getResource(path + ".class");
            if (found != null) {
                return found.openConnection() instanceof JarURLConnection connection
                        ? new Place(Path.of(connection.getJarFileURL().toURI()), path)
                        : null;
            }
            int slash = path.lastIndexOf('/');
            if (slash < 0) {
                return null;
            }
            path = path.substring(0, slash) + "$" + path.substring(slash + 1);
        }
    }

    /** {@code Map, Entry} for {@code java/util/Map$Entry}. */
    private static List<String> nesting(String entry) {
        return List.of(entry.substring(entry.lastIndexOf('/') + 1).split("\\$"));
    }

    private static String source(Place place) throws IOException {
        int nested = place.entry().indexOf('$');
        String entry = (nested < 0 ? place.entry() : place.entry().substring(0, nested)) + ".java";
        for (Path jar : sourceJars(place.jar())) {
            try (ZipFile sources = new ZipFile(jar.toFile())) {
                ZipEntry found = sources.getEntry(entry);
                if (found != null) {
                    try (InputStream bytes = sources.getInputStream(found)) {
                        return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
                    }
                }
            }
        }
        return "";
    }

    private static List<Path> sourceJars(Path jar) throws IOException {
        String name = String.valueOf(jar.getFileName()).replaceFirst("\\.jar$", "-sources.jar");
        Path beside = jar.resolveSibling(name);
        if (Files.isRegularFile(beside)) {
            return List.of(beside);
        }
        Path folder = jar.toAbsolutePath().getParent();
        Path version = folder == null ? null : folder.getParent();
        if (version == null) {
            return List.of();
        }
        try (Stream<Path> neighbours = Files.list(version)) {
            return neighbours
                    .map(neighbour -> neighbour.resolve(name))
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }
}
