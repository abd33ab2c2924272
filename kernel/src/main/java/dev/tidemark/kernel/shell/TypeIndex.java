package dev.tidemark.kernel.shell;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleReader;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * The public top-level types of the JDK and of the class path by their simple names, for imports that a cell lacks.
 *
 * <p>Made when first asked, since it reads the contents of every jar; what joins the class path later is read when asked next.
 */
final class TypeIndex {
    private static final List<String> WELL_KNOWN =
            List.of("java.util.", "java.time.", "java.io.", "java.nio.", "java.net.", "java.", "javax.");
    private static final Comparator<String> WELL_KNOWN_FIRST =
            Comparator.comparingInt(TypeIndex::obscurity).thenComparing(Comparator.naturalOrder());
    private static final String OWN = "dev/tidemark/kernel/shaded/";

    private final SnippetLoader loader;
    private final CompilerClassPath classPath;
    private final SortedMap<String, Set<String>> packagesByName = new TreeMap<>();
    private final Set<String> indexed = new HashSet<>();

    TypeIndex(SnippetLoader loader, CompilerClassPath classPath) {
        this.loader = loader;
        this.classPath = classPath;
    }

    /** The qualified names of the public types with a simple name, those of the JDK's main packages first. */
    synchronized List<String> named(String simpleName) {
        refresh();
        return qualified(simpleName).filter(this::isPublic).toList();
    }

    /** The qualified names of some public types whose simple names begin so and are not known yet, the shortest first. */
    synchronized List<String> beginningWith(String prefix, Set<String> known, int most) {
        refresh();
        return packagesByName.subMap(prefix, prefix + Character.MAX_VALUE).keySet().stream()
                .filter(simpleName -> !known.contains(simpleName))
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .flatMap(this::qualified)
                .filter(this::isPublic)
                .limit(most)
                .toList();
    }

    private Stream<String> qualified(String simpleName) {
        return packagesByName.getOrDefault(simpleName, Set.of()).stream()
                .map(packageName -> packageName + "." + simpleName)
                .sorted(WELL_KNOWN_FIRST);
    }

    private static int obscurity(String qualified) {
        int place = 0;
        while (place < WELL_KNOWN.size() && !qualified.startsWith(WELL_KNOWN.get(place))) {
            place++;
        }
        return qualified.startsWith("java.awt.") ? WELL_KNOWN.size() : place;
    }

    private boolean isPublic(String qualified) {
        try (InputStream in = loader.getResourceAsStream(qualified.replace('.', '/') + ".class")) {
            return in != null && (new ClassReader(in).getAccess() & Opcodes.ACC_PUBLIC) != 0;
        } catch (IOException | RuntimeException unreadable) {
            return false;
        }
    }

    private void refresh() {
        if (indexed.add("the JDK")) {
            ModuleLayer.boot().configuration().modules().forEach(this::addModule);
        }
        classPath.entries().forEach(this::addEntry);
        for (URL entry : loader.getURLs()) {
            addEntry(Path.of(URI.create(entry.toString())));
        }
    }

    private void addModule(ResolvedModule module) {
        Set<String> exported = new HashSet<>();
        module.reference().descriptor().exports().stream()
                .filter(one -> !one.isQualified())
                .forEach(one -> exported.add(one.source()));
        try (ModuleReader reader = module.reference().open()) {
            reader.list().forEach(path -> add(path, exported::contains));
        } catch (IOException unreadable) {
            // its types are not offered
        }
    }

    private void addEntry(Path entry) {
        if (entry.toString().isEmpty() || !indexed.add(entry.toString())) {
            return;
        }
        try {
            for (String path : contents(entry)) {
                add(path, any -> !path.startsWith(OWN));
            }
        } catch (IOException | UncheckedIOException unreadable) {
            // its types are not offered
        }
    }

    private static List<String> contents(Path entry) throws IOException {
        if (Files.isDirectory(entry)) {
            try (Stream<Path> files = Files.walk(entry)) {
                return files.map(file -> entry.relativize(file).toString().replace(File.separatorChar, '/'))
                        .toList();
            }
        }
        List<String> paths = new ArrayList<>();
        if (Files.isRegularFile(entry)) {
            try (JarFile jar = new JarFile(entry.toFile())) {
                jar.stream().forEach(one -> paths.add(one.getName()));
            }
        }
        return paths;
    }

    /** Adds a class file that is a top-level type of a package. */
    private void add(String path, Predicate<String> wanted) {
        int slash = path.lastIndexOf('/');
        if (slash < 0 || !path.endsWith(".class") || path.indexOf('$') >= 0 || path.startsWith("META-INF/")) {
            return;
        }
        String packageName = path.substring(0, slash).replace('/', '.');
        String simpleName = path.substring(slash + 1, path.length() - ".class".length());
        if (!simpleName.contains("-") && wanted.test(packageName)) {
            packagesByName.computeIfAbsent(simpleName, any -> new TreeSet<>()).add(packageName);
        }
    }
}
