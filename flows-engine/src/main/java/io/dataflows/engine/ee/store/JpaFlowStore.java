package io.dataflows.engine.ee.store;

import io.dataflows.engine.port.FlowStore;
import io.dataflows.model.flow.FlowDefinition;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** Flows in tables. */
final class JpaFlowStore implements FlowStore {

    private final Transactions transactions;

    /** Threads of this node queue here, in memory, and only nodes wait at the database's lock, which times out. */
    private final ReentrantLock queue = new ReentrantLock(true);

    JpaFlowStore(Transactions transactions) {
        this.transactions = new RetryingTransactions(transactions);
    }

    @Override
    public List<FlowDefinition> all() {
        return transactions.call(manager -> new FlowRows(manager).all());
    }

    @Override
    public Optional<FlowDefinition> find(UUID flow) {
        return transactions.call(manager -> new FlowRows(manager).find(flow));
    }

    @Override
    public Optional<FlowDefinition> findByStep(UUID step) {
        return transactions.call(manager -> new FlowRows(manager).findByStep(step));
    }

    @Override
    public <T> T change(Function<Change, T> work) {
        if (queue.isHeldByCurrentThread()) {
            throw new IllegalStateException("A change is under way on this thread.");
        }
        queue.lock();
        try {
            return transactions.call(manager -> {
                RowLock.FLOWS.take(manager);
                return work.apply(new JpaFlowChange(manager));
            });
        } finally {
            queue.unlock();
        }
    }
}
