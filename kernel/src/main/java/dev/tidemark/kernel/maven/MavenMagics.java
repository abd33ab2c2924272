package dev.tidemark.kernel.maven;

import dev.tidemark.kernel.maven.MavenLibraries.Library;
import dev.tidemark.kernel.spi.Displayable;
import dev.tidemark.kernel.spi.KernelContext;
import dev.tidemark.kernel.spi.KernelExtension;
import dev.tidemark.kernel.spi.MagicCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Brings libraries from Maven repositories into a notebook.
 *
 * <p>The cache, mirrors, passwords, proxies and repositories are those of the {@code mvn} command. A library that is on the
 * class path stays there in its version until the kernel is restarted, since its classes may be in use.
 */
public final class MavenMagics implements KernelExtension {
    private final MavenPlaces places;
    private final Map<String, Library> loaded = new TreeMap<>();
    private @Nullable MavenLibraries libraries;

    /**
     * The magics with one user's settings.
     *
     * @param places where the settings and the cache are; read at the first use
     */
    public MavenMagics(MavenPlaces places) {
        this.places = places;
    }

    @Override
    public void install(KernelContext kernel) {
        kernel.lineMagic("maven", LibraryRequest.USAGE, call -> maven(kernel, call));
        kernel.lineMagic(
                "mavenRepo",
                "ID URL asks one more Maven repository, before the others; alone, lists them",
                this::repository);
        kernel.cellMagic(
                "pom",
                "[--offline] [--update] adds what a POM in the cell depends on; <dependency> elements alone will do",
                call -> pom(kernel, call));
        kernel.onShutdown(this::close);
    }

    private Displayable maven(KernelContext kernel, MagicCall call) {
        LibraryRequest request = LibraryRequest.parse(call.arguments());
        if (request.coordinates().isEmpty()) {
            return lines(loaded.values().stream().map(MavenMagics::name).toList());
        }
        Transfers transfers = new Transfers(kernel);
        List<Library> found = libraries().resolve(request, transfers);
        transfers.done();
        return add(kernel, found);
    }

    private Displayable pom(KernelContext kernel, MagicCall call) throws IOException {
        LibraryRequest request = LibraryRequest.parse(call.arguments());
        Path file = Files.createTempFile("notebook", ".pom");
        try {
            Transfers transfers = new Transfers(kernel);
            List<Library> found = libraries().resolve(PomText.of(call.body(), file), request, transfers);
            transfers.done();
            return add(kernel, found);
        } finally {
            Files.delete(file);
        }
    }

    private Displayable repository(MagicCall call) {
        List<String> words = call.arguments();
        if (words.isEmpty()) {
            return lines(libraries().repositories());
        }
        if (words.size() != 2 || !words.get(1).contains(":")) {
            throw new IllegalArgumentException(
                    "%mavenRepo needs a name and a URL, such as: %mavenRepo mine https://host/maven");
        }
        libraries().repository(words.get(0), words.get(1));
        return lines(List.of("asking " + words.get(0) + " at " + words.get(1)));
    }

    private Displayable add(KernelContext kernel, List<Library> found) {
        List<Library> fresh = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (Library library : found) {
            Library before = loaded.get(library.key());
            if (before == null) {
                fresh.add(library);
                lines.add("added " + name(library));
            } else if (!before.version().equals(library.version())) {
                lines.add(name(before) + " stays, not " + library.version() + "; restart the kernel to change it");
            }
        }
        kernel.addToClasspath(fresh.stream().map(Library::file).toList());
        fresh.forEach(library -> loaded.put(library.key(), library));
        return lines(lines.isEmpty() ? List.of("all of it is on the class path already") : lines);
    }

    private static String name(Library library) {
        return library.key() + ":" + library.version();
    }

    private static Displayable lines(List<String> lines) {
        String text = String.join("\n", lines);
        return () -> Map.of("text/plain", text);
    }

    private MavenLibraries libraries() {
        if (libraries == null) {
            libraries = new MavenLibraries(places);
        }
        return libraries;
    }

    private void close() {
        if (libraries != null) {
            libraries.close();
        }
    }
}
