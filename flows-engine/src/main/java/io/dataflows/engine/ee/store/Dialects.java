package io.dataflows.engine.ee.store;

import io.dataflows.engine.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Finds out which database is behind a datasource. */
final class Dialects {

    private Dialects() {}

    /** @throws IllegalStateException for a database that isn't supported, or can't be asked; for administrators */
    static Dialect of(DataSource source) {
        String product = product(source);
        return switch (product) {
            case "H2" -> Dialect.H2;
            case "PostgreSQL" -> Dialect.POSTGRESQL;
            default ->
                throw new IllegalStateException(
                        "Database (" + product + ") is not supported. Maybe use PostgreSQL or H2.");
        };
    }

    private static String product(DataSource source) {
        try (Connection connection = source.getConnection()) {
            return connection.getMetaData().getDatabaseProductName();
        } catch (SQLException failure) {
            throw new IllegalStateException("The database can't be asked what it is: " + failure.getMessage(), failure);
        }
    }
}
