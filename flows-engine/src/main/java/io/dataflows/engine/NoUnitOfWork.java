package io.dataflows.engine;

import io.dataflows.engine.port.UnitOfWork;
import java.util.function.Supplier;

/** Nothing is kept together: for engines without a database. */
record NoUnitOfWork() implements UnitOfWork {

    @Override
    public <T> T join(Supplier<T> work) {
        return work.get();
    }

    @Override
    public boolean isOpen() {
        return false;
    }

    @Override
    public void afterCommit(Runnable action) {
        action.run();
    }

    @Override
    public void afterEnd(Runnable action) {
        action.run();
    }
}
