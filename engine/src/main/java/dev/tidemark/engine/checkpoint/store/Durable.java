package dev.tidemark.engine.checkpoint.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Files and folders that are on the disk when a method returns, whole or not at all. */
final class Durable {
    /** The end of the name of what is not finished. */
    static final String UNFINISHED = ".part";

    private Durable() {}

    /** Writes a file under another name, forces it to the disk, and renames it; its folder is to be forced by the caller. */
    static void write(Path file, byte[] bytes) throws IOException {
        Path unfinished = unfinished(file);
        try (FileChannel channel = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Where a file or folder is while it is being written. */
    static Path unfinished(Path whole) {
        return whole.resolveSibling("." + whole.getFileName() + UNFINISHED);
    }

    /** What was created, renamed and deleted in a folder is so after a crash too. */
    static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** What a folder holds, by name; nothing where there is none. */
    static List<Path> list(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                entries.forEach(found::add);
            }
        }
        found.sort(null);
        return found;
    }

    /** Deletes a folder of files, a certain one first. */
    static void delete(Path folder, String first) throws IOException {
        Files.deleteIfExists(folder.resolve(first));
        force(folder);
        for (Path each : list(folder)) {
            Files.delete(each);
        }
        Files.delete(folder);
    }
}
