package io.dataflows.engine.ee.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Transactions of the connection itself, where there is no server. */
final class LocalTransactions implements Transactions {

    private final EntityManagerFactory factory;
    /** What a server keeps for each thread: the transaction that it has open. */
    private final ThreadLocal<@Nullable Open> open = new ThreadLocal<>();

    LocalTransactions(EntityManagerFactory factory) {
        this.factory = factory;
    }

    @Override
    public <T> T call(Function<EntityManager, T> work) {
        Open outer = open.get();
        EntityManager manager = factory.createEntityManager();
        Open own = new Open(manager, new Endings());
        open.set(own);
        boolean committed = false;
        try {
            T given = call(manager, work);
            committed = true;
            return given;
        } finally {
            restore(outer);
            manager.close();
            own.endings().run(committed);
        }
    }

    @Override
    public <T> T join(Function<EntityManager, T> work) {
        Open current = open.get();
        if (current == null) {
            return call(work);
        }
        T given = work.apply(current.manager());
        current.manager().flush();
        return given;
    }

    boolean isOpen() {
        return open.get() != null;
    }

    /** Those of the open transaction, or null. */
    @Nullable
    Endings endings() {
        Open current = open.get();
        return current == null ? null : current.endings();
    }

    private void restore(@Nullable Open outer) {
        if (outer == null) {
            open.remove();
        } else {
            open.set(outer);
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

    private record Open(EntityManager manager, Endings endings) {}
}
