package io.dataflows.engine.ee.store;

import java.sql.Connection;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections where there is no server. */
final class LocalSql extends SourceSql {

    private final LocalTransactions transactions;

    LocalSql(LocalTransactions transactions, DataSource source) {
        super(source);
        this.transactions = transactions;
    }

    @Override
    @Nullable
    Endings endings() {
        return transactions.endings();
    }

    @Override
    public <T> T read(Work<T> work) {
        return transactions.isOpen()
                ? transactions.join(manager -> Savepoint.checked(manager.unwrap(Connection.class), work))
                : plain(work);
    }

    @Override
    public <T> T apart(Work<T> work) {
        return transactions.call(manager -> Savepoint.checked(manager.unwrap(Connection.class), work));
    }

    @Override
    public <T> T plain(Work<T> work) {
        return onConnection(work);
    }

    @Override
    public boolean isInTransaction() {
        return transactions.isOpen();
    }
}
