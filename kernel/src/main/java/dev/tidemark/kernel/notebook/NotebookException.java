package dev.tidemark.kernel.notebook;

/** A notebook that cannot be run at all, or options that make no sense; the message says what to do. */
public final class NotebookException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * A plain reason.
     *
     * @param message what is wrong, with which file or option
     */
    public NotebookException(String message) {
        super(message);
    }
}
