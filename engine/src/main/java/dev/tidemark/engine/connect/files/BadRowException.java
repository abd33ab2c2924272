package dev.tidemark.engine.connect.files;

/** A row of a file cannot be read and bad rows are not collected. The message names file, line, column and the reason. */
public final class BadRowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient BadRow row;

    BadRowException(BadRow row, String advice) {
        super(row.message() + "; " + advice);
        this.row = row;
    }

    /** The row, its place and the reason. */
    public BadRow row() {
        return row;
    }
}
