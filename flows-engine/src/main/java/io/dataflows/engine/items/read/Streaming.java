package io.dataflows.engine.items.read;

import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.exception.DataAccessException;

/** Reads from a connection without taking all rows at once. */
final class Streaming {
    private Streaming() {}

    /** PostgreSQL sends everything at once to a connection that commits each statement. */
    static <T> T on(Connection connection, Reads<T> reads) throws SQLException {
        if (!connection.getAutoCommit()) {
            return reads.read();
        }
        connection.setAutoCommit(false);
        try {
            return reads.read();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** The database's own exception, which tells more than the one around it. */
    static <T> T unwrapped(Reads<T> reads) throws SQLException {
        try {
            return reads.read();
        } catch (DataAccessException refused) {
            SQLException reason = refused.getCause(SQLException.class);
            if (reason == null) {
                throw refused;
            }
            throw reason;
        }
    }

    /** Statements on the connection. */
    interface Reads<T> {
        T read() throws SQLException;
    }
}
