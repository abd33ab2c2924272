package dev.tidemark.engine.connect.files;

/**
 * A row of a file that could not be read, with the place and the reason.
 *
 * @param file the name of the file, without its folder
 * @param line the line on which the row begins, from 1; line breaks inside quotes count
 * @param column in CSV the cell, in JSON the char at which the line stops being JSON, each from 1; 0 if the whole row is meant
 * @param columnName the name of the column or the path of the field, such as {@code place.lat}; empty if not known
 * @param text what stands there
 * @param reason why it could not be read: {@code 'abc' is not a double}
 */
public record BadRow(String file, long line, int column, String columnName, String text, String reason) {

    /** The place and the reason: {@code earthquakes.csv:17:5 (mag): 'abc' is not a double}. */
    public String message() {
        return file + ":" + line + (column > 0 ? ":" + column : "")
                + (columnName.isEmpty() ? "" : " (" + columnName + ")") + ": " + reason;
    }
}
