package io.dataflows.engine.ee.store;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Opens the server's transactions. The container does it, because Payara enlists no connection in a transaction that code
 * inside an enterprise bean began by the transaction manager. One instance serves all threads: it holds nothing.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class OwnTransaction {

    @Resource
    private @Nullable TransactionSynchronizationRegistry registry;

    /**
     * Runs the work in a new transaction, which rolls back when the work throws; the caller's is set aside meanwhile.
     *
     * @throws WorkFailed with the work's exception as its cause
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public <T> T call(Supplier<T> work) {
        return work(work);
    }

    /**
     * Runs the work without any transaction; the caller's is set aside meanwhile.
     *
     * @throws WorkFailed with the work's exception as its cause
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public <T> T callOutside(Supplier<T> work) {
        return work(work);
    }

    private static <T> T work(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException failure) {
            throw new WorkFailed(failure);
        }
    }

    /** Whether the calling thread has a transaction open, be it one that can only roll back. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public boolean isOpen() {
        int status = registry().getTransactionStatus();
        return status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK;
    }

    /** What is to be done when the open transaction ended. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Endings endings() {
        if (registry().getResource(Endings.class) instanceof Endings known) {
            return known;
        }
        Endings endings = new Endings();
        registry().putResource(Endings.class, endings);
        registry().registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                endings.run(status == Status.STATUS_COMMITTED);
            }
        });
        return endings;
    }

    private TransactionSynchronizationRegistry registry() {
        return Objects.requireNonNull(registry, "Injection didn't happen.");
    }
}
