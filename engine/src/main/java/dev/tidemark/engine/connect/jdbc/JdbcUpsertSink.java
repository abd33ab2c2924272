package dev.tidemark.engine.connect.jdbc;

import dev.tidemark.engine.sink.Committer;
import dev.tidemark.engine.sink.SinkContext;
import dev.tidemark.engine.sink.SinkWriter;
import dev.tidemark.engine.sink.SupportsCommitter;
import dev.tidemark.engine.sink.SupportsRollback;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.Codecs;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Writes results into a table, inserted or updated by their key, each once.
 *
 * <p>Between two checkpoints a writer holds the last result of each key; at the barrier they go into the checkpoint, and when that is
 * complete they are written in one transaction for each subtask. The same transaction writes its number into a log, a table of
 * the same database: a commit that comes again, since nobody knew whether it was done, finds itself there and does nothing. So what a
 * reader sees is always whole transactions, and no distributed transaction is needed. A connection that breaks and a deadlock are tried
 * again, ten times; any other error fails the job.
 *
 * <p>Results of one key must come through one subtask, as they do behind a {@code keyBy} of that key. A job that is started from an
 * older checkpoint than its last writes its rows again. The table must be there; the log is made when it is missing.
 *
 * @param <T> the results
 */
public final class JdbcUpsertSink<T> implements SupportsCommitter<T, Upserts>, SupportsRollback<Object, Upserts> {
    private static final long serialVersionUID = 1L;

    private final UpsertTable<T> table;
    private final Dialect dialect;
    private final Connector connector;
    private final TransactionLog log;

    private JdbcUpsertSink(UpsertTable<T> table, Dialect dialect, Connector connector, TransactionLog log) {
        this.table = table;
        this.dialect = dialect;
        this.connector = connector;
        this.log = log;
    }

    /** A sink into a table, whose log is {@code tidemark_commits} and which stands there under the table's name. */
    public static <T> JdbcUpsertSink<T> into(UpsertTable<T> table, Dialect dialect, Connector connector) {
        return new JdbcUpsertSink<>(table, dialect, connector, new TransactionLog("tidemark_commits", table.table()));
    }

    /**
     * The same with another log, or under another name in it, which two sinks into one table need, in one job or two.
     *
     * @throws IllegalArgumentException if the log's name is none, or the sink's is empty or has more than 200 letters
     */
    public JdbcUpsertSink<T> logged(String logTable, String as) {
        for (String part : logTable.split("\\.", -1)) {
            UpsertTable.requireName(part);
        }
        if (as.isEmpty() || as.length() > 200) {
            throw new IllegalArgumentException(
                    "a sink can't stand in the log as '" + as + "'; give it a name of 1 to 200 letters");
        }
        return new JdbcUpsertSink<>(table, dialect, connector, new TransactionLog(logTable, as));
    }

    @Override
    public SinkWriter<T> createWriter(SinkContext<T> context) {
        return new UpsertWriter<>(table, context);
    }

    @Override
    public Committer<Upserts> createCommitter(SinkContext<T> context) {
        return new UpsertCommitter(table, log, dialect, connector, context.inputCodec());
    }

    /** Makes the log, and forgets what no commit will ask for: a job that starts anew has the same numbers again. */
    @Override
    public void rollback(List<Object> states, List<Upserts> pending) throws IOException {
        try (Connection connection = connector.connect()) {
            try (Statement statement = connection.createStatement()) {
                statement.executeQuery(table.probe()).close();
            }
            log.make(connection);
            log.keepOnly(connection, pending.stream().map(Upserts::id).toList());
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    @Override
    public void rollbackSubtask(int subtask, List<Object> states, List<Upserts> pending) throws IOException {
        try (Connection connection = connector.connect()) {
            log.keepOnly(connection, subtask, pending.stream().map(Upserts::id).toList());
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private IOException refused(SQLException e) {
        return new IOException("the database did not let the sink into " + table + " begin: " + e.getMessage(), e);
    }

    @Override
    public Codec<Upserts> committableCodec() {
        return Codecs.of(Upserts.class);
    }

    @Override
    public String toString() {
        return table.toString();
    }
}
