package io.dataflows.engine.ee.store;

import io.dataflows.engine.sql.Dialect;
import io.dataflows.engine.sql.Sql;
import io.dataflows.engine.sql.SqlFailure;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Connections where there is no server. */
final class LocalSql implements Sql {

    private final LocalTransactions transactions;
    private final DataSource source;
    private final Dialect dialect;

    LocalSql(LocalTransactions transactions, DataSource source) {
        this.transactions = transactions;
        this.source = source;
        this.dialect = Dialects.of(source);
    }

    @Override
    public <T> T read(Work<T> work) {
        return transactions.isOpen()
                ? transactions.join(manager -> Savepoint.checked(manager.unwrap(Connection.class), work))
                : plain(work);
    }

    @Override
    public <T> T write(Work<T> work) {
        return transactions.isOpen()
                ? read(connection -> Savepoint.around(connection, transactions.endings(), work))
                : apart(work);
    }

    @Override
    public <T> T apart(Work<T> work) {
        return transactions.call(manager -> Savepoint.checked(manager.unwrap(Connection.class), work));
    }

    @Override
    public <T> T plain(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            return work.on(connection);
        } catch (SQLException refused) {
            throw new SqlFailure(refused);
        }
    }

    @Override
    public boolean isInTransaction() {
        return transactions.isOpen();
    }

    @Override
    public void afterCommit(Runnable action) {
        Endings endings = transactions.endings();
        if (endings == null) {
            action.run();
        } else {
            endings.afterCommit(action);
        }
    }

    @Override
    public void afterEnd(Runnable action) {
        Endings endings = transactions.endings();
        if (endings == null) {
            action.run();
        } else {
            endings.afterEnd(action);
        }
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }
}
