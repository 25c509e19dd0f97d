package io.dataflows.engine.ee.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.util.function.Function;

/** Transactions of the connection itself, where there is no server. */
final class LocalTransactions implements Transactions {

    private final EntityManagerFactory factory;

    LocalTransactions(EntityManagerFactory factory) {
        this.factory = factory;
    }

    @Override
    public <T> T call(Function<EntityManager, T> work) {
        EntityManager manager = factory.createEntityManager();
        try {
            return call(manager, work);
        } finally {
            manager.close();
        }
    }

    private static <T> T call(EntityManager manager, Function<EntityManager, T> work) {
        EntityTransaction transaction = manager.getTransaction();
        transaction.begin();
        try {
            T given = work.apply(manager);
            transaction.commit();
            return given;
        } finally {
            if (transaction.isActive()) {
                transaction.rollback();
            }
        }
    }
}
