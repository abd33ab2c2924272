package dev.tidemark.engine.connect.files;

import java.util.Objects;

/**
 * How a CSV file is written and what happens to bad rows.
 *
 * @param separator what stands between cells
 * @param badRows what happens when a row cannot be read
 */
public record CsvOptions(char separator, BadRows badRows) {
    public CsvOptions {
        Objects.requireNonNull(badRows, "badRows");
        if (separator == '"' || separator == '\n' || separator == '\r') {
            throw new IllegalArgumentException("a quote or line break cannot separate cells; use ',', ';' or a tab");
        }
    }

    /** Cells separated by commas, bad rows refused. */
    public static CsvOptions standard() {
        return new CsvOptions(',', BadRows.REFUSE);
    }

    /** The same with another separator. */
    public CsvOptions separator(char other) {
        return new CsvOptions(other, badRows);
    }

    /** The same with another fate of bad rows. */
    public CsvOptions badRows(BadRows other) {
        return new CsvOptions(separator, other);
    }
}
