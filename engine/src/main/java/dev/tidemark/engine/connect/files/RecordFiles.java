package dev.tidemark.engine.connect.files;

import dev.tidemark.engine.state.codec.RecordShape;
import java.nio.file.Path;

/**
 * Reads files of recorded events into records.
 *
 * <p>Files are UTF-8, with or without a byte order mark. Columns and fields are found by the names of the record's components: the
 * same name, else the only one that is the same without regard to case, {@code _}, {@code -} and blanks. Others are ignored. A
 * component that is an Optional or annotated {@code @Nullable} may be missing.
 *
 * <p>Values are written as {@link dev.tidemark.engine.transcript.ValueText} prints them; an Instant may have an offset other than Z.
 * An empty CSV cell is the empty text for a String, empty for an Optional, an error for a primitive, and null for all else.
 */
public final class RecordFiles {
    private RecordFiles() {}

    /**
     * Reads a CSV file (RFC 4180) whose first row names the columns; empty lines are skipped.
     *
     * @param type a record of numbers, text, enums, times, UUIDs, and Optionals of these
     * @throws RecordFileException if the file is missing, a directory, empty or not UTF-8, or a component has no column
     * @throws BadRowException if a row cannot be read and bad rows are refused; always for broken quotes, since it is not known
     *     where the next row begins
     */
    public static <T> Rows<T> csv(Path file, Class<T> type, CsvOptions options) {
        requireRecord(type);
        try {
            return new CsvRows<>(new TextFile(file), type, options).read();
        } catch (NoClassDefFoundError e) {
            throw missing("CSV", "de.siegmar:fastcsv", e);
        }
    }

    /** Reads a file of JSON objects, one a line, and refuses bad rows. Errors as for {@link #jsonLines(Path, Class, BadRows)}. */
    public static <T> Rows<T> jsonLines(Path file, Class<T> type) {
        return jsonLines(file, type, BadRows.REFUSE);
    }

    /**
     * Reads a file of JSON objects, one a line; empty lines are skipped, and an empty file has no rows.
     *
     * @param type a record of what CSV cells may be, of records, lists, sets, arrays, and maps
     * @throws RecordFileException if the file is missing, a directory or not UTF-8
     * @throws BadRowException if a row cannot be read and bad rows are refused
     */
    public static <T> Rows<T> jsonLines(Path file, Class<T> type, BadRows badRows) {
        requireRecord(type);
        try {
            return new JsonRows<>(new TextFile(file), type, badRows).read();
        } catch (NoClassDefFoundError e) {
            throw missing("JSON", "com.fasterxml.jackson.core:jackson-databind", e);
        }
    }

    private static void requireRecord(Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(
                    "rows are read into records, and " + type.getName() + " is none; declare record "
                            + type.getSimpleName() + "(…) with a component for each column that you need");
        }
        RecordShape.of(type);
    }

    private static RecordFileException missing(String format, String library, NoClassDefFoundError cause) {
        return new RecordFileException(
                "reading " + format + " needs the library " + library + "; add it to the class path", cause);
    }
}
