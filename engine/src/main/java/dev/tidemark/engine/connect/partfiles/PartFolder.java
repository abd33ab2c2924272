package dev.tidemark.engine.connect.partfiles;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the parts of one sink are: finished under their names, all others under hidden ones. */
record PartFolder(Path path, String prefix) {
    private static final String UNFINISHED = ".inprogress";

    Path finished(String part) {
        return path.resolve(part);
    }

    Path unfinished(String part) {
        return path.resolve("." + part + UNFINISHED);
    }

    void make() throws IOException {
        Files.createDirectories(path);
    }

    /** Removes every part whose name goes on like this behind the prefix, and that is neither finished nor one of these. */
    void keepOnly(String start, List<OpenPart> open, List<ClosedPart> closed) throws IOException {
        Set<Path> kept = Stream.concat(
                        open.stream().map(OpenPart::name), closed.stream().map(ClosedPart::name))
                .map(this::unfinished)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!Files.isDirectory(path)) {
            return;
        }
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(path, file -> isUnfinished(file, start))) {
            for (Path part : parts) {
                if (!kept.contains(part)) {
                    Files.delete(part);
                }
            }
        }
    }

    private boolean isUnfinished(Path file, String start) {
        String name = file.getFileName().toString();
        return name.startsWith("." + prefix + "-" + start) && name.endsWith(UNFINISHED);
    }

    /** What was renamed is so after a crash too. */
    void force() throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
