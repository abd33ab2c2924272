package dev.tidemark.engine.checkpoint.store;

import dev.tidemark.engine.checkpoint.Checkpoint;
import dev.tidemark.engine.time.Times;
import java.nio.file.Path;

/**
 * A complete checkpoint in a store.
 *
 * @param id its number in its run
 * @param step the step at which it was complete
 * @param clockMillis processing time then
 * @param files how many files besides its metadata it needs
 */
public record StoredCheckpoint(Path folder, long id, long step, long clockMillis, int files) {
    /** Reads it. */
    public Checkpoint open() {
        return Checkpoints.open(folder);
    }

    @Override
    public String toString() {
        return folder.getFileName() + ": checkpoint " + id + " of step " + step + ", " + Times.text(clockMillis) + ", "
                + files + " files";
    }
}
