package dev.tidemark.engine.state.rocksdb;

import dev.tidemark.engine.state.Keyframe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lists and links the files of keyframes. Those of rows never change; what names them does. */
final class KeyframeFiles {
    private static final String ROWS = ".sst";

    private KeyframeFiles() {}

    /** The files of a keyframe, shared where the one before has them too. */
    static List<Keyframe.File> in(Path folder, List<Keyframe.File> before) {
        List<String> names = before.stream().map(Keyframe.File::name).toList();
        List<Keyframe.File> files = new ArrayList<>();
        try {
            for (Path path : paths(folder)) {
                String name = String.valueOf(path.getFileName());
                files.add(new Keyframe.File(name, Files.size(path), name.endsWith(ROWS) && names.contains(name)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the keyframe in " + folder + " can't be read; see what became of it", e);
        }
        return files;
    }

    /** Makes {@code folder} with the files of a keyframe in it. */
    static void link(Path keyframe, Path folder) {
        try {
            List<Path> files = paths(keyframe);
            Files.createDirectory(folder);
            boolean near = Files.getFileStore(keyframe).equals(Files.getFileStore(folder));
            for (Path path : files) {
                Path link = folder.resolve(String.valueOf(path.getFileName()));
                if (near && path.toString().endsWith(ROWS)) {
                    Files.createLink(link, path);
                } else {
                    Files.copy(path, link);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the keyframe in " + keyframe + " can't be opened in " + folder + "; see that both are there", e);
        }
    }

    private static List<Path> paths(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.toList();
        }
    }
}
