package dev.tidemark.engine.connect.jdbc;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The table of transactions that are done, written in the same transaction as their rows.
 *
 * @param table its name
 * @param sink whose transactions these are
 */
record TransactionLog(String table, String sink) implements Serializable {
    /** No checkpoint that a job goes on from is so many batches behind. */
    private static final long KEPT = 1_000;

    private static final String SAME =
            " WHERE sink = ? AND writer = ? AND started_from = ? AND batch = ? AND digest = ?";

    void make(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS " + table + " (sink VARCHAR(200) NOT NULL, writer INTEGER NOT NULL, "
                            + "started_from BIGINT NOT NULL, batch BIGINT NOT NULL, digest VARCHAR(64) NOT NULL, "
                            + "PRIMARY KEY (sink, writer, started_from, batch, digest))");
        }
    }

    boolean has(Connection connection, TransactionId id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT 1 FROM " + table + SAME)) {
            set(select, id);
            try (ResultSet found = select.executeQuery()) {
                return found.next();
            }
        }
    }

    /** Writes it down, and forgets those of long before. */
    void add(Connection connection, TransactionId id) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO " + table + " (sink, writer, started_from, batch, digest) VALUES (?, ?, ?, ?, ?)")) {
            set(insert, id);
            insert.executeUpdate();
        }
        if (id.batch() >= KEPT) {
            try (PreparedStatement delete = connection.prepareStatement(
                    "DELETE FROM " + table + " WHERE sink = ? AND writer = ? AND started_from = ? AND batch <= ?")) {
                delete.setString(1, sink);
                delete.setInt(2, id.writer());
                delete.setLong(3, id.startedFrom());
                delete.setLong(4, id.batch() - KEPT);
                delete.executeUpdate();
            }
        }
    }

    /** Forgets all but these: no start after this one can ask for others again. */
    void keepOnly(Connection connection, List<TransactionId> asked) throws SQLException {
        forget(connection, all(connection), asked);
    }

    /** The same for what one writer made. */
    void keepOnly(Connection connection, int writer, List<TransactionId> asked) throws SQLException {
        forget(
                connection,
                all(connection).stream().filter(id -> id.writer() == writer).toList(),
                asked);
    }

    private void forget(Connection connection, List<TransactionId> done, List<TransactionId> asked)
            throws SQLException {
        Set<String> kept = new TreeSet<>();
        asked.forEach(id -> kept.add(id + id.digest()));
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM " + table + SAME)) {
            for (TransactionId id : done) {
                if (!kept.contains(id + id.digest())) {
                    set(delete, id);
                    delete.executeUpdate();
                }
            }
        }
    }

    private List<TransactionId> all(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT writer, started_from, batch, digest FROM " + table + " WHERE sink = ?")) {
            select.setString(1, sink);
            try (ResultSet rows = select.executeQuery()) {
                List<TransactionId> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(new TransactionId(rows.getInt(1), rows.getLong(2), rows.getLong(3), rows.getString(4)));
                }
                return all;
            }
        }
    }

    private void set(PreparedStatement statement, TransactionId id) throws SQLException {
        statement.setString(1, sink);
        statement.setInt(2, id.writer());
        statement.setLong(3, id.startedFrom());
        statement.setLong(4, id.batch());
        statement.setString(5, id.digest());
    }
}
