package dev.tidemark.timetravel;

import org.jspecify.annotations.Nullable;

/** Re-executing a recorded run gave something else: a user function depends on more than its inputs and its state. */
public final class UnfaithfulReplay extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnfaithfulReplay(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
