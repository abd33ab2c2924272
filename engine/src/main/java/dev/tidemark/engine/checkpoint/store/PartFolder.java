package dev.tidemark.engine.checkpoint.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The parts of checkpoints in one folder, each a file named by its content; one that is there is not written again. */
final class PartFolder implements Part.Files {
    private static final String ENDING = ".state";

    private final Path folder;
    private boolean changed;

    PartFolder(Path folder) {
        this.folder = folder;
    }

    Path file(Part part) {
        return folder.resolve(part.name() + ENDING);
    }

    @Override
    public void keep(Part part, byte[] bytes) {
        Path file = file(part);
        try {
            if (Files.exists(file) && Files.size(file) == part.size()) {
                return;
            }
            Files.createDirectories(folder);
            Durable.write(file, bytes);
            changed = true;
        } catch (IOException e) {
            throw new CheckpointException(
                    file + " could not be written: " + e + "; make room or give a folder that can be written", e);
        }
    }

    /** Makes sure that what was kept is there after a crash too. */
    void force() throws IOException {
        if (changed) {
            Durable.force(folder);
            changed = false;
        }
    }

    @Override
    public byte[] fetch(Part part) {
        Path file = file(part);
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new CheckpointException(
                    file + " is missing, which holds " + part.size()
                            + " bytes of the checkpoint; copy it from where the checkpoint was written, with all files "
                            + "beside it, or take an earlier checkpoint",
                    e);
        } catch (IOException e) {
            throw new CheckpointException(file + " could not be read: " + e + "; see to the file's rights and disk", e);
        }
        if (!Part.of(bytes).equals(part)) {
            throw new CheckpointException(file + " is damaged: its " + bytes.length + " bytes are not the "
                    + part.size() + " that were written, by their SHA-256; take a copy of the file, or an earlier "
                    + "checkpoint");
        }
        return bytes;
    }
}
