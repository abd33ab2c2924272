package dev.tidemark.engine.sink;

import dev.tidemark.engine.connect.jdbc.Connector;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/** A way to a database whose calls fail where the fault is: in front of them, or behind them when they are done. */
record FaultyConnector(Connector connector, Fault fault, String sqlState) implements Connector {
    private static final Set<String> WATCHED = Set.of("executeQuery", "executeUpdate", "executeBatch", "commit");

    @Override
    public Connection connect() throws SQLException {
        try {
            return watched(Connection.class, fault.around("connect", connector::connect));
        } catch (IOException e) {
            throw new SQLException(e.getMessage(), sqlState, e);
        } catch (SQLException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private <I> I watched(Class<I> type, I real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> call(real, method, given)));
    }

    private Object call(Object real, Method method, Object[] given) throws Throwable {
        try {
            Object result = WATCHED.contains(method.getName())
                    ? fault.around(method.getName(), () -> method.invoke(real, given))
                    : method.invoke(real, given);
            if (result instanceof PreparedStatement prepared) {
                return watched(PreparedStatement.class, prepared);
            }
            return result instanceof Statement statement ? watched(Statement.class, statement) : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } catch (IOException e) {
            throw new SQLException(e.getMessage(), sqlState, e);
        }
    }
}
