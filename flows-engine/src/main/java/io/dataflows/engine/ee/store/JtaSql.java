package io.dataflows.engine.ee.store;

import io.dataflows.engine.sql.SqlFailure;
import jakarta.ejb.EJBException;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections of a server, which enlists them in the thread's transaction. */
final class JtaSql extends SourceSql {

    private final OwnTransaction transaction;

    JtaSql(OwnTransaction transaction, DataSource source) {
        super(source);
        this.transaction = transaction;
    }

    @Override
    @Nullable
    Endings endings() {
        return transaction.isOpen() ? transaction.endings() : null;
    }

    @Override
    public <T> T read(Work<T> work) {
        return onConnection(work);
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
}
