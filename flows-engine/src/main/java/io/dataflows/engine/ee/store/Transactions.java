package io.dataflows.engine.ee.store;

import jakarta.persistence.EntityManager;
import java.util.function.Function;

/** Runs work in a transaction of its own; one that the caller has open is set aside and goes on afterwards. */
interface Transactions {

    /**
     * Commits when the work returns, rolls back when it throws.
     *
     * @throws jakarta.persistence.PersistenceException when the database refused
     */
    <T> T call(Function<EntityManager, T> work);
}
