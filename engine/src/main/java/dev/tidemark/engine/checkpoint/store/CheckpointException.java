package dev.tidemark.engine.checkpoint.store;

import org.jspecify.annotations.Nullable;

/** A checkpoint could not be written or read; the message names the file and says what to do. */
public final class CheckpointException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CheckpointException(String message) {
        super(message);
    }

    public CheckpointException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
