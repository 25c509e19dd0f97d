package io.dataflows.engine.ee.store;

import io.dataflows.engine.sql.Dialect;
import io.dataflows.engine.sql.Sql;
import io.dataflows.engine.sql.SqlFailure;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What connections of a datasource have in common, whoever opens the transactions. */
abstract class SourceSql implements Sql {

    private final DataSource source;
    private final Dialect dialect;

    SourceSql(DataSource source) {
        this.source = source;
        this.dialect = Dialects.of(source);
    }

    /** What follows the end of the open transaction; null where none is open. */
    abstract @Nullable Endings endings();

    /** On a connection of the datasource, which a server enlists in the thread's transaction. */
    final <T> T onConnection(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            return work.on(connection);
        } catch (SQLException refused) {
            throw new SqlFailure(refused);
        }
    }

    @Override
    public final <T> T write(Work<T> work) {
        Endings endings = endings();
        return endings == null ? apart(work) : read(connection -> Savepoint.around(connection, endings, work));
    }

    @Override
    public final void afterCommit(Runnable action) {
        Endings endings = endings();
        if (endings == null) {
            action.run();
        } else {
            endings.afterCommit(action);
        }
    }

    @Override
    public final void afterEnd(Runnable action) {
        Endings endings = endings();
        if (endings == null) {
            action.run();
        } else {
            endings.afterEnd(action);
        }
    }

    @Override
    public final Dialect dialect() {
        return dialect;
    }
}
