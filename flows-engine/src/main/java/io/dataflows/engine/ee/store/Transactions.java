package io.dataflows.engine.ee.store;

import jakarta.persistence.EntityManager;
import java.util.function.Function;

/** Runs work in transactions. */
interface Transactions {

    /**
     * Runs work in a transaction of its own; one that the caller has open is set aside and goes on afterwards. Commits
     * when the work returns, rolls back when it throws.
     *
     * @throws jakarta.persistence.PersistenceException when the database refused
     */
    <T> T call(Function<EntityManager, T> work);

    /**
     * Runs work in the transaction that the calling thread has open, or in one of its own where it has none. What the
     * work wrote is sent to the database when it returns.
     *
     * @throws jakarta.persistence.PersistenceException when the database refused
     */
    <T> T join(Function<EntityManager, T> work);
}
