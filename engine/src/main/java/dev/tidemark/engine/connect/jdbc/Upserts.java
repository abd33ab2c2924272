package dev.tidemark.engine.connect.jdbc;

import java.util.List;

/**
 * The rows of one transaction, which wait in a checkpoint for their commit.
 *
 * @param id which transaction it is
 * @param rows the results in their binary form, the last one of each key
 */
public record Upserts(TransactionId id, List<byte[]> rows) {
    public Upserts {
        rows = List.copyOf(rows);
    }

    @Override
    public String toString() {
        return "transaction " + id + " of " + rows.size() + (rows.size() == 1 ? " row" : " rows");
    }
}
