package io.dataflows.engine.sql;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Connections to the database, in the transaction that the calling thread has open, if it has one. Connections are
 * neither closed nor kept by whoever gets them.
 */
public interface Sql {

    /** In the open transaction, or without one. For statements that change nothing. */
    <T> T read(Work<T> work);

    /**
     * In the open transaction, or in a new one that is committed when the work returns. Work that throws leaves nothing
     * behind, also where the transaction around it goes on.
     */
    <T> T write(Work<T> work);

    /** In a transaction of its own; one that is open is set aside meanwhile. */
    <T> T apart(Work<T> work);

    /** Without any transaction, each statement for itself: for changes of tables. */
    <T> T plain(Work<T> work);

    /** Whether the calling thread has a transaction open. */
    boolean isInTransaction();

    /** Runs the action when the open transaction is committed, never when it rolls back; at once where none is open. */
    void afterCommit(Runnable action);

    /** Runs the action when the open transaction ended, either way; at once where none is open. */
    void afterEnd(Runnable action);

    /** Which words the database understands. */
    Dialect dialect();

    /** What is done with a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
