package dev.tidemark.engine.connect.partfiles;

import dev.tidemark.engine.connect.files.RecordFiles;
import java.nio.charset.StandardCharsets;

/** The forms of files that there are: lines of text, CSV, and JSON lines, all in UTF-8 with {@code \n} behind each line. */
public final class Encoders {
    private Encoders() {}

    /** Each result's {@code toString} as a line; a line break in it makes it two. */
    public static <T> Encoder<T> lines() {
        return (value, out) -> out.write((value + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Each record as a row, behind one with the components' names at the beginning of each part; {@link RecordFiles#csv} reads it.
     *
     * @throws IllegalArgumentException if the type is no record, or a component does not fit into one cell
     */
    public static <T> Encoder<T> csv(Class<T> record) {
        return new CsvEncoder<>(record);
    }

    /**
     * Each record as a JSON object on a line of its own; {@link RecordFiles#jsonLines} reads it.
     *
     * @throws IllegalArgumentException if the type is no record
     */
    public static <T> Encoder<T> jsonLines(Class<T> record) {
        return new JsonEncoder<>(record);
    }
}
