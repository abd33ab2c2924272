package dev.tidemark.engine.checkpoint.store;

import dev.tidemark.engine.checkpoint.Checkpoint;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.CodecException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/**
 * Writes a checkpoint as a folder and reads it back, in this process or another.
 *
 * <p>Law: what is opened equals what was written, or there is an error that names the file. A folder that is there under its name is
 * complete, and on the disk. Source: Flink's savepoints, which stand alone and can be moved.
 */
public final class Checkpoints {
    private Checkpoints() {}

    /**
     * Writes a checkpoint that stands alone: the folder can be moved and copied, and is never removed by anything here.
     *
     * @param folder is made; there must be none yet
     * @return the folder
     */
    public static Path write(Checkpoint checkpoint, Path folder) {
        Path whole = folder.toAbsolutePath();
        Path unfinished = Durable.unfinished(whole);
        try {
            return write(checkpoint, whole, new PartFolder(unfinished), false);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** Writes parts, metadata and folder, in this order, so that each is there before the next says so. */
    static Path write(Checkpoint checkpoint, Path folder, PartFolder parts, boolean shared) throws IOException {
        if (Files.exists(folder)) {
            throw new CheckpointException(folder + " is there already; give a folder that is not, or delete it");
        }
        Path unfinished = Durable.unfinished(folder);
        Files.createDirectories(unfinished);
        for (Path left : Durable.list(unfinished)) {
            Files.delete(left);
        }
        byte[] metadata = Metadata.write(checkpoint, shared, parts);
        parts.force();
        Durable.write(unfinished.resolve(Metadata.FILE), metadata);
        Durable.force(unfinished);
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        Durable.force(Objects.requireNonNull(folder.getParent(), "a folder that was made lies in another"));
        return folder;
    }

    static CheckpointException unwritable(Path folder, IOException e) {
        return new CheckpointException(
                folder + " could not be written: " + e + "; make room or give a folder that can be written", e);
    }

    /** Reads a checkpoint, with every check there is. */
    public static Checkpoint open(Path folder) {
        Path file = folder.resolve(Metadata.FILE);
        ByteSource in = Metadata.open(metadata(folder, file), file);
        Path parts = Metadata.shared(in) ? folder.resolveSibling(CheckpointStore.SHARED) : folder;
        return read(in, file, new PartFolder(parts));
    }

    static Checkpoint read(ByteSource in, Path file, Part.Files files) {
        try {
            return Metadata.read(in, files);
        } catch (CodecException e) {
            throw new CheckpointException(file + " is whole and can't be read: " + e.getMessage(), e);
        }
    }

    static byte[] metadata(Path folder, Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new CheckpointException(
                    (Files.isDirectory(folder)
                                    ? folder + " is no checkpoint: it has no file " + Metadata.FILE
                                    : "there is no folder " + folder)
                            + "; give the folder of one checkpoint, such as " + CheckpointStore.NAME
                            + "7, and not one whose name ends in " + Durable.UNFINISHED + ", which was not finished",
                    e);
        } catch (IOException e) {
            throw new CheckpointException(file + " could not be read: " + e + "; see to the file's rights and disk", e);
        }
    }
}
