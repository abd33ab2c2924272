package dev.tidemark.engine.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationFailed;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.checkpoint.Checkpoint;
import dev.tidemark.engine.connect.jdbc.Connector;
import dev.tidemark.engine.fault.RestartStrategy;
import dev.tidemark.engine.sink.Sales.Sale;
import dev.tidemark.engine.topology.Topology;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A table that is written through a crash at every point: each result changes it once, which the table of changes shows. */
class JdbcUpsertSinkTest {
    private static final Sales SALES = new Sales(40);

    private static Topology totals(Sink<Sale> sink) {
        Pipeline pipeline = Pipeline.create("totals");
        SALES.totals(pipeline).sinkTo("table", sink);
        return pipeline.build();
    }

    private static Topology apart(Sink<Sale> sink) {
        Pipeline pipeline = Pipeline.create("apart");
        SALES.each(pipeline).sinkTo("table", sink);
        return pipeline.build();
    }

    private static SimulationOptions restarting(long seed) {
        return Sales.options(seed).restart(RestartStrategy.fixedDelay(9, Duration.ofMillis(3)));
    }

    private static void requireOnce(SalesDatabase database, Map<String, List<Sale>> expected, String what)
            throws Exception {
        assertThat(database.sales("sales")).as(what).isEqualTo(expected);
        assertThat(database.sales("changes")).as("changes, " + what).isEqualTo(expected);
    }

    @Test
    void a_row_is_inserted_and_then_updated_to_the_last_result_of_its_key() throws Exception {
        try (SalesDatabase database = SalesDatabase.h2("latest", "shop");
                Simulation run = Simulation.of(totals(SalesDatabase.sink("latest", "shop")), Sales.options(0))) {
            run.runToEnd();

            Map<String, List<Sale>> last = new TreeMap<>();
            SALES.expected().forEach((shop, all) -> last.put(shop, all.subList(all.size() - 1, all.size())));
            assertThat(database.sales("sales")).isEqualTo(last);
            assertThat(database.count("changes")).isBetween(5L, 39L);
        }
    }

    @Test
    void nothing_is_in_the_table_before_its_checkpoint_is_complete() throws Exception {
        try (SalesDatabase database = SalesDatabase.h2("before", "shop, number");
                Simulation run =
                        Simulation.of(totals(SalesDatabase.sink("before", "shop", "number")), Sales.options(0))) {
            run.runUntil(step -> run.checkpoints().size() == 1);
            assertThat(database.count("sales")).isZero();
            run.runUntil(step -> run.checkpoints().size() == 2);
            assertThat(database.count("sales")).isBetween(5L, 20L);
        }
    }

    @Test
    void a_crash_after_any_step_and_a_restart_by_hand() throws Exception {
        int steps = 1;
        for (boolean over = false; !over; steps++) {
            String name = "crash" + steps;
            Topology topology = totals(SalesDatabase.sink(name, "shop", "number"));
            try (SalesDatabase database = SalesDatabase.h2(name, "shop, number")) {
                try (Simulation run = Simulation.of(topology, Sales.options(steps % 3))) {
                    over = run.step(steps).count() < steps;
                    if (!over) {
                        run.fail("table", 0);
                        restart(run, topology, 1 + steps % 3);
                    }
                }
                requireOnce(database, SALES.expected(), "step " + steps);
            }
        }
        assertThat(steps).isGreaterThan(100);
    }

    /** From the last checkpoint on; a job without one starts anew. */
    private static void restart(Simulation failed, Topology topology, int parallelism) {
        List<Checkpoint> complete = failed.checkpoints();
        if (complete.isEmpty()) {
            failed.close();
            try (Simulation anew = Simulation.of(topology, Sales.options(1))) {
                anew.runToEnd();
            }
        } else {
            failed.restore(complete.get(complete.size() - 1), parallelism);
            failed.runToEnd();
        }
    }

    @Test
    void failures_after_any_step_of_a_job_that_restarts_itself() throws Exception {
        int steps = 1;
        for (boolean over = false; !over; steps++) {
            String name = "failover" + steps;
            boolean apart = steps % 2 == 0;
            Sink<Sale> sink = SalesDatabase.sink(name, "shop", "number");
            try (SalesDatabase database = SalesDatabase.h2(name, "shop, number");
                    Simulation run = Simulation.of(apart ? apart(sink) : totals(sink), restarting(steps % 5))) {
                over = run.step(steps).count() < steps;
                fail(run, steps);
                run.step(1 + steps / 2);
                fail(run, steps + 1);
                run.runToEnd();
                requireOnce(database, apart ? SALES.expectedEach() : SALES.expected(), "step " + steps);
            }
        }
        assertThat(steps).isGreaterThan(100);
    }

    /** What has finished, or waits for its restart, can't fail. */
    private static void fail(Simulation run, int kind) {
        if (run.finished()) {
            return;
        }
        try {
            switch (kind % 4) {
                case 0, 1 -> run.fail("table", kind % 2);
                case 2 -> run.failMachine("0");
                default -> run.failCoordinator();
            }
        } catch (IllegalStateException e) {
            assertThat(e.getMessage()).containsAnyOf("has finished", "have finished", "waits for its restart");
        }
    }

    @Test
    void a_fault_before_or_behind_anything_that_is_asked_of_the_database() throws Exception {
        assertThat(faultsEverywhere("broken", "08006")).isGreaterThan(40);
        assertThat(faultsEverywhere("refused", "42000")).isGreaterThan(40);
    }

    /** A broken connection is tried again at once, another error restarts the job. */
    private static int faultsEverywhere(String kind, String sqlState) throws Exception {
        int points = 0;
        for (boolean happened = true; happened; points++) {
            String name = kind + points;
            Fault fault = Fault.at(name, points);
            String url = SalesDatabase.url(name);
            Connector faulty = new FaultyConnector(() -> DriverManager.getConnection(url), fault, sqlState);
            try (SalesDatabase database = SalesDatabase.h2(name, "shop, number");
                    Simulation run = Simulation.of(
                            totals(SalesDatabase.sink(faulty, "shop", "number")), restarting(points % 3))) {
                run.runToEnd();
                requireOnce(database, SALES.expected(), kind + " at point " + points);
                happened = fault.happened();
            }
        }
        return points;
    }

    @Test
    void a_database_that_stays_away_fails_the_job_with_its_own_words() throws Exception {
        try (SalesDatabase database = SalesDatabase.h2("away", "shop, number");
                Simulation run =
                        Simulation.of(totals(SalesDatabase.sink("away", "shop", "number")), Sales.options(0))) {
            run.runUntil(step -> run.checkpoints().size() == 2);
            database.execute("ALTER TABLE sales DROP COLUMN cents");
            assertThatThrownBy(run::runToEnd)
                    .isInstanceOf(SimulationFailed.class)
                    .hasMessageContaining("transaction ")
                    .hasMessageContaining("was not written into table sales by shop, number")
                    .hasMessageContaining("CENTS");
        }
    }

    @Test
    void a_missing_table_is_known_at_the_start() throws Exception {
        try (Simulation run = Simulation.of(totals(SalesDatabase.sink("missing", "shop")), Sales.options(0))) {
            assertThatThrownBy(run::runToEnd)
                    .isInstanceOf(SimulationFailed.class)
                    .hasMessageContaining("the database did not let the sink into table sales by shop begin")
                    .hasMessageContaining("SALES");
        }
    }

    @Test
    void a_job_that_starts_anew_writes_anew() throws Exception {
        try (SalesDatabase database = SalesDatabase.h2("anew", "shop, number")) {
            for (int times = 0; times < 2; times++) {
                database.execute("DELETE FROM sales");
                database.execute("DELETE FROM changes");
                try (Simulation run =
                        Simulation.of(totals(SalesDatabase.sink("anew", "shop", "number")), Sales.options(0))) {
                    run.runToEnd();
                }
                requireOnce(database, SALES.expected(), "time " + times);
            }
        }
    }

    @Test
    void a_job_that_goes_back_further_writes_its_rows_again() throws Exception {
        try (SalesDatabase database = SalesDatabase.h2("further", "shop, number");
                Simulation run =
                        Simulation.of(totals(SalesDatabase.sink("further", "shop", "number")), Sales.options(0))) {
            run.runUntil(step -> run.checkpoints().size() == 4);
            Checkpoint second = run.checkpoints().get(1);
            Checkpoint last = run.checkpoints().get(3);
            database.execute("DELETE FROM sales WHERE number >= 25");
            run.restore(second);
            run.runToEnd();
            assertThat(database.sales("sales")).isEqualTo(SALES.expected());
            run.restore(last);
            run.runToEnd();
            assertThat(database.sales("sales")).isEqualTo(SALES.expected());
        }
    }

    @Test
    void sinks_of_two_names_share_table_and_log() throws Exception {
        try (SalesDatabase database = SalesDatabase.h2("shared", "shop, number")) {
            for (String name : List.of("first", "second", "first")) {
                Sink<Sale> sink = SalesDatabase.sink("shared", "shop", "number").logged("done", name);
                try (Simulation run = Simulation.of(totals(sink), Sales.options(0))) {
                    run.runToEnd();
                }
            }
            long first = database.count("done WHERE sink = 'first'");
            assertThat(first).isPositive().isEqualTo(database.count("done WHERE sink = 'second'"));
            assertThat(database.count("changes")).isEqualTo(3 * 40);
        }
    }
}
