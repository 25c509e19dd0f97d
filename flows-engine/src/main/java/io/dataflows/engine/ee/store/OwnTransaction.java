package io.dataflows.engine.ee.store;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.function.Supplier;

/**
 * Opens the server's transactions. The container does it, because Payara enlists no connection in a transaction that code
 * inside an enterprise bean began by the transaction manager. One instance serves all threads: it holds nothing.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class OwnTransaction {

    /**
     * Runs the work in a new transaction, which rolls back when the work throws; the caller's is set aside meanwhile.
     *
     * @throws WorkFailed with the work's exception as its cause
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public <T> T call(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException failure) {
            throw new WorkFailed(failure);
        }
    }
}
