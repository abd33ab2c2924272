package dev.tidemark.engine.connect.jdbc;

import java.util.List;
import java.util.stream.Collectors;

/** How a database says that a row is inserted, or updated where its key is there already. */
public enum Dialect {
    /** {@code MERGE INTO … KEY (…)}; the key needs no constraint, though an index makes it fast. */
    H2 {
        @Override
        String upsert(String table, List<String> columns, List<String> keys) {
            return "MERGE INTO " + table + " (" + list(columns) + ") KEY (" + list(keys) + ") VALUES (" + marks(columns)
                    + ")";
        }
    },

    /** {@code INSERT … ON CONFLICT (…) DO UPDATE}; the key must be the table's primary key, or unique. */
    POSTGRESQL {
        @Override
        String upsert(String table, List<String> columns, List<String> keys) {
            String updates = columns.stream()
                    .filter(column -> !keys.contains(column))
                    .map(column -> column + " = EXCLUDED." + column)
                    .collect(Collectors.joining(", "));
            return "INSERT INTO " + table + " (" + list(columns) + ") VALUES (" + marks(columns) + ") ON CONFLICT ("
                    + list(keys) + ") DO " + (updates.isEmpty() ? "NOTHING" : "UPDATE SET " + updates);
        }
    };

    abstract String upsert(String table, List<String> columns, List<String> keys);

    static String list(List<String> columns) {
        return String.join(", ", columns);
    }

    private static String marks(List<String> columns) {
        return columns.stream().map(column -> "?").collect(Collectors.joining(", "));
    }
}
