package io.dataflows.engine.ee.store;

import jakarta.ejb.EJBException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.util.function.Function;

/** Transactions of the server. */
final class JtaTransactions implements Transactions {

    private final EntityManagerFactory factory;
    private final OwnTransaction transaction;

    JtaTransactions(EntityManagerFactory factory, OwnTransaction transaction) {
        this.factory = factory;
        this.transaction = transaction;
    }

    @Override
    public <T> T call(Function<EntityManager, T> work) {
        try {
            return transaction.call(() -> callJoined(work));
        } catch (WorkFailed failed) {
            throw failed.failure();
        } catch (EJBException failure) {
            throw new PersistenceException("The server's transaction failed.", failure);
        }
    }

    @Override
    public <T> T join(Function<EntityManager, T> work) {
        return transaction.isOpen() ? callJoined(work) : call(work);
    }

    private <T> T callJoined(Function<EntityManager, T> work) {
        EntityManager manager = factory.createEntityManager();
        try {
            T given = work.apply(manager);
            // Here the database's own words reach the caller; a failing commit would hide them.
            manager.flush();
            return given;
        } finally {
            manager.close();
        }
    }
}
