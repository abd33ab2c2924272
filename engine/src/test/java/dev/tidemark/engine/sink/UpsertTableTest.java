package dev.tidemark.engine.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationFailed;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.Trace;
import dev.tidemark.engine.connect.jdbc.Dialect;
import dev.tidemark.engine.connect.jdbc.JdbcUpsertSink;
import dev.tidemark.engine.connect.jdbc.UpsertTable;
import dev.tidemark.engine.time.Watermarks;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What fits into a table, and what is refused. */
class UpsertTableTest {
    enum Colour {
        RED,
        GREEN
    }

    record Wide(
            @Nullable String name,
            char letter,
            byte small,
            double weight,
            BigDecimal price,
            Colour colour,
            Instant at,
            LocalDate day,
            Optional<String> note,
            OptionalInt rank) {}

    record Nested(String name, List<String> more) {}

    private static Wide wide(@Nullable String name) {
        return new Wide(
                name,
                'ö',
                (byte) -3,
                1.5,
                new BigDecimal("12.30"),
                Colour.GREEN,
                Instant.parse("2024-02-29T12:00:00.5Z"),
                LocalDate.of(2024, 2, 29),
                Optional.empty(),
                OptionalInt.of(4));
    }

    private static void write(Wide wide, String url) {
        Pipeline pipeline = Pipeline.create("wide");
        pipeline.source("wide", Trace.of(List.of(wide), Wide.class), Watermarks.none())
                .sinkTo(
                        "table",
                        JdbcUpsertSink.into(
                                UpsertTable.of(Wide.class, "wide", "name").column("day", "\"day\""),
                                Dialect.H2,
                                () -> DriverManager.getConnection(url)));
        try (Simulation run = Simulation.of(pipeline.build(), SimulationOptions.DEFAULT)) {
            run.runToEnd();
        }
    }

    private static void create(Statement statement) throws SQLException {
        statement.execute("CREATE TABLE wide (name VARCHAR(9) PRIMARY KEY, letter CHAR(1), small SMALLINT, "
                + "weight DOUBLE PRECISION, price NUMERIC(9, 2), colour VARCHAR(9), at TIMESTAMP WITH TIME ZONE, "
                + "\"day\" DATE, note VARCHAR(9), rank INTEGER)");
    }

    @Test
    void every_kind_of_component_comes_into_its_column() throws Exception {
        String url = SalesDatabase.url("wide");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            create(statement);
            write(wide("a"), url);
            try (ResultSet row = statement.executeQuery("SELECT * FROM wide")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString("letter")).isEqualTo("ö");
                assertThat(row.getShort("small")).isEqualTo((short) -3);
                assertThat(row.getDouble("weight")).isEqualTo(1.5);
                assertThat(row.getBigDecimal("price")).isEqualTo(new BigDecimal("12.30"));
                assertThat(row.getString("colour")).isEqualTo("GREEN");
                assertThat(row.getObject("at", OffsetDateTime.class).toInstant())
                        .isEqualTo(Instant.parse("2024-02-29T12:00:00.5Z"));
                assertThat(row.getObject("day", LocalDate.class)).isEqualTo(LocalDate.of(2024, 2, 29));
                assertThat(row.getString("note")).isNull();
                assertThat(row.getInt("rank")).isEqualTo(4);
                assertThat(row.next()).isFalse();
            }
        }
    }

    @Test
    void a_key_that_is_nothing_fails_the_job() throws Exception {
        String url = SalesDatabase.url("keyless");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            create(statement);
            assertThatThrownBy(() -> write(wide(null), url))
                    .isInstanceOf(SimulationFailed.class)
                    .hasMessageContaining("has no name, which is in the key of table wide");
        }
    }

    @Test
    void what_fits_into_no_column_is_refused() {
        assertThatThrownBy(() -> UpsertTable.of(Nested.class, "nested", "name"))
                .hasMessage("Nested.more: List<String> does not fit into one column; "
                        + "map the results to a record with text, numbers, enums or times");
        assertThatThrownBy(() -> UpsertTable.of(String.class, "words", "name"))
                .hasMessageContaining("java.lang.String is no record");
    }

    @Test
    void keys_and_names_are_checked() {
        assertThatThrownBy(() -> UpsertTable.of(Wide.class, "wide"))
                .hasMessageStartingWith("table wide has no key, so that nothing could be updated");
        assertThatThrownBy(() -> UpsertTable.of(Wide.class, "wide", "colr"))
                .hasMessageStartingWith("Wide has no component colr; it has [at, colour, day, letter,");
        assertThatThrownBy(() -> UpsertTable.of(Wide.class, "wide; DROP TABLE wide", "name"))
                .hasMessageStartingWith("'wide; DROP TABLE wide' is no name in a database");
        assertThat(UpsertTable.of(Wide.class, "a.wide", "name")).hasToString("table a.wide by name");
    }
}
