package dev.tidemark.engine.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** Writes down each change of a row, in the transaction of the change: {@code changes} has what was done, not what came of it. */
public final class Changes implements Trigger {
    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object[] after) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO changes VALUES (?, ?, ?)")) {
            for (int i = 0; i < after.length; i++) {
                insert.setObject(i + 1, after[i]);
            }
            insert.executeUpdate();
        }
    }
}
