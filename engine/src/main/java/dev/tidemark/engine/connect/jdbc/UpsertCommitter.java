package dev.tidemark.engine.connect.jdbc;

import dev.tidemark.engine.sink.CommitRequest;
import dev.tidemark.engine.sink.Committer;
import dev.tidemark.engine.state.codec.Codec;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of a transaction, and that it is done, in one transaction of the database; one that is done already is left
 * alone.
 */
final class UpsertCommitter implements Committer<Upserts> {
    private static final int ROWS_AT_A_TIME = 1_000;
    private static final int LAST_TRY = 10;

    private final UpsertTable<?> table;
    private final TransactionLog log;
    private final String statement;
    private final Connector connector;
    private final Codec<?> results;
    private @Nullable Connection connection;

    UpsertCommitter(UpsertTable<?> table, TransactionLog log, Dialect dialect, Connector connector, Codec<?> results) {
        this.table = table;
        this.log = log;
        this.statement = table.upsert(dialect);
        this.connector = connector;
        this.results = results;
    }

    @Override
    public void commit(List<CommitRequest<Upserts>> requests) throws IOException {
        boolean lost = false;
        for (CommitRequest<Upserts> request : requests) {
            try {
                if (lost) {
                    request.retryLater(); // behind the one that is tried again, in order
                } else if (!commit(request.committable())) {
                    request.signalAlreadyCommitted();
                }
            } catch (SQLException e) {
                giveUpConnection(e);
                if (!passes(e) || request.numberOfRetries() >= LAST_TRY) {
                    throw new IOException(
                            request.committable() + " was not written into " + table + ": " + e.getMessage(), e);
                }
                lost = true;
                request.retryLater();
            }
        }
    }

    /** Whether there was something left to do. */
    private boolean commit(Upserts upserts) throws SQLException {
        Connection open = connection();
        if (log.has(open, upserts.id())) {
            open.rollback();
            return false;
        }
        try (PreparedStatement upsert = open.prepareStatement(statement)) {
            int waiting = 0;
            for (byte[] each : upserts.rows()) {
                int column = 1;
                for (Object value : table.row(results.fromBytes(each))) {
                    upsert.setObject(column++, value);
                }
                upsert.addBatch();
                if (++waiting == ROWS_AT_A_TIME) {
                    upsert.executeBatch();
                    waiting = 0;
                }
            }
            upsert.executeBatch();
        }
        log.add(open, upserts.id());
        open.commit();
        return true;
    }

    private Connection connection() throws SQLException {
        if (connection == null) {
            Connection made = connector.connect();
            connection = made;
            made.setAutoCommit(false);
        }
        return connection;
    }

    /** Its transaction is over, one way or another: the log knows which. */
    private void giveUpConnection(SQLException why) {
        try {
            close();
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    /** A connection that broke, or a transaction that the database gave up in favour of another. */
    private static boolean passes(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return e instanceof SQLTransientException
                || e instanceof SQLRecoverableException
                || state.startsWith("08")
                || state.startsWith("40")
                || state.startsWith("57P");
    }

    @Override
    public void close() throws SQLException {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try (open) {
                if (!open.isClosed()) {
                    open.rollback();
                }
            }
        }
    }
}
