package dev.tidemark.engine.state;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * A keyframe is all state of a backend at one moment, as files in a folder.
 *
 * <p>The files never change. Some of them are the very ones of an earlier keyframe, under the same name: whoever keeps copies of
 * both keeps one of those. The folder belongs to who asked for the keyframe, and may be opened any number of times.
 *
 * @param files in the order of their names
 */
public record Keyframe(Path folder, List<File> files) {
    /**
     * One file of it.
     *
     * @param name within the folder
     * @param shared whether it is the file of this name of the keyframe before, of the same backend
     */
    public record File(String name, long bytes, boolean shared) {}

    public Keyframe {
        files = files.stream().sorted(Comparator.comparing(File::name)).toList();
    }

    /** Bytes of all files. */
    public long bytes() {
        return files.stream().mapToLong(File::bytes).sum();
    }

    /** Bytes of the files that the keyframe before did not have. */
    public long newBytes() {
        return files.stream()
                .filter(file -> !file.shared())
                .mapToLong(File::bytes)
                .sum();
    }
}
