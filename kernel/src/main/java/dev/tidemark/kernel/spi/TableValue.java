package dev.tidemark.kernel.spi;

import java.util.Collection;

/**
 * A collection that is shown as a table with a limit of its own.
 *
 * @param values records of one class
 * @param mostRows how many rows are shown before the table is cut with a count, at least 1
 */
public record TableValue(Collection<?> values, int mostRows) {
    /**
     * Checks the limit.
     *
     * @param values records of one class
     * @param mostRows at least 1
     */
    public TableValue {
        if (mostRows < 1) {
            throw new IllegalArgumentException("a table cannot be cut at " + mostRows + " rows; give at least 1");
        }
    }
}
