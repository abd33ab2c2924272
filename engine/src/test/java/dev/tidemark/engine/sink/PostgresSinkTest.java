package dev.tidemark.engine.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.connect.jdbc.Dialect;
import dev.tidemark.engine.connect.jdbc.JdbcUpsertSink;
import dev.tidemark.engine.connect.jdbc.UpsertTable;
import dev.tidemark.engine.fault.RestartStrategy;
import dev.tidemark.engine.sink.Sales.Sale;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The same on PostgreSQL, which also goes away in the middle. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresSinkTest {
    private static final Sales SALES = new Sales(60);

    private PostgresServer server;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        server = PostgresServer.startIn(folder);
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
    }

    private SalesDatabase database(String key) throws SQLException {
        SalesDatabase database = SalesDatabase.of(DriverManager.getConnection(server.url()));
        database.execute("DROP TABLE IF EXISTS sales, changes");
        database.execute("CREATE TABLE sales (shop TEXT, number BIGINT, cents BIGINT, PRIMARY KEY (" + key + "))");
        database.execute("CREATE TABLE changes (shop TEXT, number BIGINT, cents BIGINT)");
        database.execute("CREATE OR REPLACE FUNCTION note() RETURNS TRIGGER LANGUAGE plpgsql AS "
                + "$$ BEGIN INSERT INTO changes VALUES (NEW.*); RETURN NEW; END $$");
        database.execute("CREATE TRIGGER watch AFTER INSERT OR UPDATE ON sales FOR EACH ROW EXECUTE FUNCTION note()");
        return database;
    }

    private Simulation run(long seed, String... keys) {
        String url = server.url();
        Pipeline pipeline = Pipeline.create("totals");
        SALES.totals(pipeline)
                .sinkTo(
                        "table",
                        JdbcUpsertSink.into(
                                UpsertTable.of(Sale.class, "sales", keys),
                                Dialect.POSTGRESQL,
                                () -> DriverManager.getConnection(url)));
        return Simulation.of(
                pipeline.build(), Sales.options(seed).restart(RestartStrategy.fixedDelay(9, Duration.ofMillis(3))));
    }

    @Test
    void failures_at_many_steps_leave_each_result_once() throws Exception {
        for (int steps = 5; steps < 200; steps += 13) {
            try (SalesDatabase database = database("shop, number");
                    Simulation run = run(steps, "shop", "number")) {
                run.step(steps);
                if (!run.finished()) {
                    run.fail("totals", steps % 2);
                }
                run.runToEnd();
                assertThat(database.sales("sales")).as("step " + steps).isEqualTo(SALES.expected());
                assertThat(database.sales("changes")).as("step " + steps).isEqualTo(SALES.expected());
            }
        }
    }

    @Test
    void a_server_that_throws_everybody_out_and_one_that_starts_again() throws Exception {
        Simulation run;
        try (SalesDatabase database = database("shop, number")) {
            run = run(1, "shop", "number");
            run.runUntil(step -> run.checkpoints().size() == 3);
            assertThat(database.count("sales")).isPositive();
            database.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    + "WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()");
            run.runUntil(step -> run.checkpoints().size() == 4);
        }
        server.stop();
        server.start();
        try (run;
                SalesDatabase database = SalesDatabase.of(DriverManager.getConnection(server.url()))) {
            run.runToEnd();
            assertThat(database.sales("sales")).isEqualTo(SALES.expected());
            assertThat(database.sales("changes")).isEqualTo(SALES.expected());
        }
    }

    @Test
    void a_row_is_updated_to_the_last_result_of_its_key() throws Exception {
        try (SalesDatabase database = database("shop");
                Simulation run = run(2, "shop")) {
            run.runToEnd();

            Map<String, Sale> last = new TreeMap<>();
            SALES.expected().forEach((shop, all) -> last.put(shop, all.get(all.size() - 1)));
            Map<String, Sale> rows = new TreeMap<>();
            database.sales("sales").forEach((shop, all) -> rows.put(shop, all.get(0)));
            assertThat(rows).isEqualTo(last);
            assertThat(database.count("sales")).isEqualTo(4);
        }
    }
}
