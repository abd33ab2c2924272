package dev.tidemark.engine.transcript;

/** A text is not a value of the type that was asked for. The message names the column and what was expected there. */
public final class ValueTextException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int column;
    private final String expected;

    ValueTextException(int column, String expected, String found) {
        super("column " + column + ": expected " + expected + ", found " + found);
        this.column = column;
        this.expected = expected;
    }

    /** Where the text is wrong: 1 for its first char, counted in UTF-16 units. */
    public int column() {
        return column;
    }

    /** What would have been right there, such as {@code a double for Quake.mag}. */
    public String expected() {
        return expected;
    }
}
