package io.dataflows.engine.ee.store;

import io.dataflows.engine.sql.Sql;
import io.dataflows.engine.sql.SqlFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets a part of a transaction fail alone. It is told to the database in words, since servers forbid the methods of a
 * connection that would do the same.
 */
final class Savepoint {

    /** Parts lie inside of parts, and H2 knows a name once only. */
    private static final AtomicLong NUMBERS = new AtomicLong();

    private Savepoint() {}

    /** Runs work that leaves nothing behind when it throws. */
    static <T> T around(Connection connection, Endings endings, Sql.Work<T> work) throws SQLException {
        int mark = endings.mark();
        String name = "df_part_" + NUMBERS.incrementAndGet();
        tell(connection, "savepoint " + name);
        boolean done = false;
        try {
            T given = work.on(connection);
            done = true;
            return given;
        } finally {
            if (!done) {
                endings.forgetSince(mark);
                tell(connection, "rollback to savepoint " + name);
            }
            tell(connection, "release savepoint " + name);
        }
    }

    private static void tell(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs work whose exceptions are the core's. */
    static <T> T checked(Connection connection, Sql.Work<T> work) {
        try {
            return work.on(connection);
        } catch (SQLException refused) {
            throw new SqlFailure(refused);
        }
    }
}
