package dev.tidemark.engine.timeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds the timelines on the class path, in folders and in jars. */
public final class TimelineFiles {
    private TimelineFiles() {}

    /** Every timeline, in the order of their paths. */
    public static List<Timeline> all() {
        URL root = Objects.requireNonNull(TimelineFiles.class.getResource("/timelines"), "no timelines");
        try {
            URI uri = root.toURI();
            if (!"jar".equals(uri.getScheme())) {
                return read(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return read(jar.getPath("/timelines"));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Timeline> read(Path root) throws IOException {
        List<Timeline> found = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(each -> each.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                String name = root.relativize(path).toString().replace(".txt", "");
                found.add(Timeline.parse(name, Files.readString(path)));
            }
        }
        return found;
    }
}
