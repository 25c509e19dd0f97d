package io.dataflows.engine.sql;

import io.dataflows.engine.port.UnitOfWork;
import java.util.function.Supplier;

/** The transaction of a database. */
public record SqlUnitOfWork(Sql sql) implements UnitOfWork {

    @Override
    public <T> T join(Supplier<T> work) {
        return sql.write(connection -> work.get());
    }

    @Override
    public boolean isOpen() {
        return sql.isInTransaction();
    }

    @Override
    public void afterCommit(Runnable action) {
        sql.afterCommit(action);
    }

    @Override
    public void afterEnd(Runnable action) {
        sql.afterEnd(action);
    }
}
