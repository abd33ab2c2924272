package dev.tidemark.engine.connect.jdbc;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;

/** How the database is reached: {@code () -> DriverManager.getConnection(url, user, password)}. */
@FunctionalInterface
public interface Connector extends Serializable {
    /** A connection of its own, which the sink closes. */
    Connection connect() throws SQLException;
}
