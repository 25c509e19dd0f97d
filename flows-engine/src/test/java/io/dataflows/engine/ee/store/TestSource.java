package io.dataflows.engine.ee.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** Datasources for tests: fresh and empty ones, and the databases that tests share. */
public final class TestSource {

    private TestSource() {}

    public static DataSource freshH2() {
        return JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    }

    /** A new database in the one PostgreSQL of this JVM, which ends with it. */
    public static DataSource freshPostgres() {
        String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
        run(Postgres.SERVER.getPostgresDatabase(), "create database " + name);
        return Postgres.SERVER.getDatabase("postgres", name);
    }

    public static void run(DataSource source, String... statements) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The one number that a query gives. */
    public static long number(DataSource source, String query) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Empties every table, the lock rows aside. */
    static void clear(DataSource source) {
        run(
                source,
                "delete from df_operation",
                "delete from df_flow",
                "delete from df_run_document",
                "delete from df_run",
                "delete from df_permission",
                "delete from df_access",
                "delete from df_policy",
                "delete from df_session",
                "delete from df_user",
                "update df_role set parent = null",
                "delete from df_role",
                "delete from df_setting");
    }

    private static final class Postgres {

        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setOutputRedirector(Redirect.DISCARD)
                        .setErrorRedirector(Redirect.DISCARD)
                        .start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
