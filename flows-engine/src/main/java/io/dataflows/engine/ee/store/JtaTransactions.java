package io.dataflows.engine.ee.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.InvalidTransactionException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.util.function.Function;

/** Transactions of the server. */
final class JtaTransactions implements Transactions {

    private final EntityManagerFactory factory;
    private final TransactionManager server;

    JtaTransactions(EntityManagerFactory factory, TransactionManager server) {
        this.factory = factory;
        this.server = server;
    }

    @Override
    public <T> T call(Function<EntityManager, T> work) {
        try {
            Transaction outer = server.suspend();
            try {
                return callAlone(work);
            } finally {
                if (outer != null) {
                    server.resume(outer);
                }
            }
        } catch (SystemException
                | NotSupportedException
                | InvalidTransactionException
                | RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException failure) {
            throw new PersistenceException("The server's transaction failed.", failure);
        }
    }

    private <T> T callAlone(Function<EntityManager, T> work)
            throws SystemException, NotSupportedException, RollbackException, HeuristicMixedException,
                    HeuristicRollbackException {
        server.begin();
        try {
            T given = callJoined(work);
            server.commit();
            return given;
        } finally {
            if (server.getStatus() != Status.STATUS_NO_TRANSACTION) {
                server.rollback();
            }
        }
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
