/**
 * Results in a table of a database, inserted or updated by their key, each once.
 *
 * <p>Begin at {@link dev.tidemark.engine.connect.jdbc.JdbcUpsertSink}; {@link dev.tidemark.engine.connect.jdbc.UpsertTable} says
 * which component goes to which column, {@link dev.tidemark.engine.connect.jdbc.Dialect} which database it is. Only {@code java.sql}
 * is needed, and the driver of the database on the class path.
 *
 * <pre>{@code
 * totals.sinkTo("totals", JdbcUpsertSink.into(
 *         UpsertTable.of(Total.class, "totals", "shop"), Dialect.H2, () -> DriverManager.getConnection(url)));
 * }</pre>
 */
@NullMarked
package dev.tidemark.engine.connect.jdbc;

import org.jspecify.annotations.NullMarked;
