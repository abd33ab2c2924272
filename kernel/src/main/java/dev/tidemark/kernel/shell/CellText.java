package dev.tidemark.kernel.shell;

import org.jspecify.annotations.Nullable;

/**
 * A cell's text with its number: turns offsets into lines and columns.
 *
 * @param number the execution count
 * @param code the text
 */
record CellText(int number, String code) {
    /** The line of an offset, from 1. */
    int line(int offset) {
        return 1
                + (int) code.substring(0, clamp(offset))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    /** The column of an offset, from 1, in UTF-16 units. */
    int column(int offset) {
        int at = clamp(offset);
        return at - code.lastIndexOf('\n', at - 1);
    }

    /** The text of a line, without its line end; null if the cell has no such line. */
    @Nullable
    String lineText(int line) {
        String[] lines = code.split("\n", -1);
        return line >= 1 && line <= lines.length ? lines[line - 1].replace("\r", "") : null;
    }

    String place(int line) {
        return "cell[" + number + "]:" + line;
    }

    String place(int line, int column) {
        return place(line) + ":" + column;
    }

    private int clamp(int offset) {
        return Math.max(0, Math.min(code.length(), offset));
    }
}
