package io.dataflows.engine.ee.store;

import io.dataflows.engine.sql.Dialect;
import io.dataflows.engine.sql.Sql;
import io.dataflows.engine.sql.SqlFailure;
import jakarta.ejb.EJBException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Connections of a server, which enlists them in the thread's transaction. */
final class JtaSql implements Sql {

    private final OwnTransaction transaction;
    private final DataSource source;
    private final Dialect dialect;

    JtaSql(OwnTransaction transaction, DataSource source) {
        this.transaction = transaction;
        this.source = source;
        this.dialect = Dialects.of(source);
    }

    @Override
    public <T> T read(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            return work.on(connection);
        } catch (SQLException refused) {
            throw new SqlFailure(refused);
        }
    }

    @Override
    public <T> T write(Work<T> work) {
        return transaction.isOpen()
                ? read(connection -> Savepoint.around(connection, transaction.endings(), work))
                : apart(work);
    }

    @Override
    public <T> T apart(Work<T> work) {
        return checked(() -> transaction.call(() -> read(work)));
    }

    @Override
    public <T> T plain(Work<T> work) {
        return transaction.isOpen() ? checked(() -> transaction.callOutside(() -> read(work))) : read(work);
    }

    private static <T> T checked(Supplier<T> call) {
        try {
            return call.get();
        } catch (WorkFailed failed) {
            throw failed.failure();
        } catch (EJBException failure) {
            throw new SqlFailure(new SQLException("The server's transaction failed.", failure));
        }
    }

    @Override
    public boolean isInTransaction() {
        return transaction.isOpen();
    }

    @Override
    public void afterCommit(Runnable action) {
        if (transaction.isOpen()) {
            transaction.endings().afterCommit(action);
        } else {
            action.run();
        }
    }

    @Override
    public void afterEnd(Runnable action) {
        if (transaction.isOpen()) {
            transaction.endings().afterEnd(action);
        } else {
            action.run();
        }
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }
}
