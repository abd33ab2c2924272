package dev.tidemark.engine.transcript;

/** A line of a transcript that can't be read: which one, and what was expected. */
public final class TranscriptException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TranscriptException(int line, String text, String expected) {
        super("line " + line + ": '" + text + "': " + expected);
    }
}
