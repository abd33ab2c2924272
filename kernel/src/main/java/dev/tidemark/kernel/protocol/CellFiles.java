package dev.tidemark.kernel.protocol;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** Writes cells into files whose names front ends can compute: a prefix, a hash of the text, a suffix. */
final class CellFiles {
    static final String SUFFIX = ".java";

    private final int seed;
    private final Path folder = Path.of(
            System.getProperty("java.io.tmpdir"),
            "tidemark-cells-" + ProcessHandle.current().pid());
    private final Set<Path> written = new TreeSet<>();

    CellFiles(int seed) {
        this.seed = seed;
    }

    /** What every path begins with. */
    String prefix() {
        return folder + File.separator;
    }

    synchronized Path write(String code) throws IOException {
        Files.createDirectories(folder);
        String name = Integer.toUnsignedString(murmur2(code.getBytes(StandardCharsets.UTF_8), seed));
        Path file = folder.resolve(name + SUFFIX);
        Files.writeString(file, code);
        written.add(file);
        return file;
    }

    synchronized void delete() {
        try {
            for (Path file : written) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The hash of 32 bits that front ends use (Appleby, MurmurHash2). */
    static int murmur2(byte[] data, int seed) {
        int multiplier = 0x5bd1e995;
        int hash = seed ^ data.length;
        int at = 0;
        for (; data.length - at >= 4; at += 4) {
            int word = (data[at] & 0xff)
                    | ((data[at + 1] & 0xff) << 8)
                    | ((data[at + 2] & 0xff) << 16)
                    | ((data[at + 3] & 0xff) << 24);
            word *= multiplier;
            word ^= word >>> 24;
            hash = (hash * multiplier) ^ (word * multiplier);
        }
        int rest = data.length - at;
        if (rest > 0) {
            for (int i = 0; i < rest; i++) {
                hash ^= (data[at + i] & 0xff) << (8 * i);
            }
            hash *= multiplier;
        }
        hash ^= hash >>> 13;
        hash *= multiplier;
        return hash ^ (hash >>> 15);
    }
}
