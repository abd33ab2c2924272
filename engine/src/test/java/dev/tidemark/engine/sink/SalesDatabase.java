package dev.tidemark.engine.sink;

import dev.tidemark.engine.connect.jdbc.Connector;
import dev.tidemark.engine.connect.jdbc.Dialect;
import dev.tidemark.engine.connect.jdbc.JdbcUpsertSink;
import dev.tidemark.engine.connect.jdbc.UpsertTable;
import dev.tidemark.engine.sink.Sales.Sale;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A database with a table of sales, and one of all changes in it. */
final class SalesDatabase implements AutoCloseable {
    private final Connection connection;

    private SalesDatabase(Connection connection) {
        this.connection = connection;
    }

    /** In memory, as long as it is open; {@code key} are the columns of the key. */
    static SalesDatabase h2(String name, String key) throws SQLException {
        SalesDatabase made = new SalesDatabase(DriverManager.getConnection(url(name)));
        made.execute("CREATE TABLE sales (shop VARCHAR(9), number BIGINT, cents BIGINT, PRIMARY KEY (" + key + "))");
        made.execute("CREATE TABLE changes (shop VARCHAR(9), number BIGINT, cents BIGINT)");
        made.execute("CREATE TRIGGER watch AFTER INSERT, UPDATE ON sales FOR EACH ROW CALL '" + Changes.class.getName()
                + "'");
        return made;
    }

    static SalesDatabase of(Connection connection) {
        return new SalesDatabase(connection);
    }

    static String url(String name) {
        return "jdbc:h2:mem:" + name;
    }

    static JdbcUpsertSink<Sale> sink(String name, String... keys) {
        String url = url(name);
        return sink(() -> DriverManager.getConnection(url), keys);
    }

    static JdbcUpsertSink<Sale> sink(Connector connector, String... keys) {
        return JdbcUpsertSink.into(UpsertTable.of(Sale.class, "sales", keys), Dialect.H2, connector);
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long count(String from) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT COUNT(*) FROM " + from)) {
            found.next();
            return found.getLong(1);
        }
    }

    /** By shop, the sales of a table in the order of their numbers, as often as they are there. */
    Map<String, List<Sale>> sales(String table) throws SQLException {
        Map<String, List<Sale>> sales = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT shop, number, cents FROM " + table + " ORDER BY number")) {
            while (rows.next()) {
                Sale sale = new Sale(rows.getString(1), rows.getLong(2), rows.getLong(3));
                sales.computeIfAbsent(sale.shop(), any -> new ArrayList<>()).add(sale);
            }
        }
        return sales;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
