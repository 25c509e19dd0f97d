package io.dataflows.engine.ee.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Does a transaction again that the database broke off only because another one was in the way. */
final class RetryingTransactions implements Transactions {

    private static final Logger LOG = System.getLogger(RetryingTransactions.class.getName());
    private static final int ATTEMPTS = 4;

    /** Serialization failure, PostgreSQL's deadlock, its lock timeout, and H2's. */
    private static final Set<String> IN_THE_WAY = Set.of("40001", "40P01", "55P03", "HYT00");

    private final Transactions transactions;

    RetryingTransactions(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public <T> T call(Function<EntityManager, T> work) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return transactions.call(work);
            } catch (PersistenceException failure) {
                if (!isInTheWay(failure)) {
                    throw failure;
                }
                LOG.log(Level.DEBUG, "Another transaction was in the way; attempt {0}.", attempt);
            }
        }
        return transactions.call(work);
    }

    /** Part of something larger, which alone could be done again. */
    @Override
    public <T> T join(Function<EntityManager, T> work) {
        return transactions.join(work);
    }

    static boolean isInTheWay(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && IN_THE_WAY.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
