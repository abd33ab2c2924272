package dev.tidemark.kernel.spi;

import org.jspecify.annotations.Nullable;

/** Code that was evaluated on behalf of an extension failed; the message shows what and where. */
public final class EvaluationException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * A failure with what the user's code threw.
     *
     * @param message what failed, with its place in the cell
     * @param cause what the code threw, or null for an error of compilation
     */
    public EvaluationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
