package dev.tidemark.engine.connect.files;

import java.util.List;

/**
 * What a file of records held.
 *
 * @param rows the records in the order of the file
 * @param bad the rows that could not be read, in the order of the file; empty unless they were to be collected
 */
public record Rows<T>(List<T> rows, List<BadRow> bad) {
    public Rows {
        rows = List.copyOf(rows);
        bad = List.copyOf(bad);
    }
}
