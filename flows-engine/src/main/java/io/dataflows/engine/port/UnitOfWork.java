package io.dataflows.engine.port;

import java.util.function.Supplier;

/** What is kept together, or not at all. */
public interface UnitOfWork {

    /**
     * In the unit that the calling thread has open, or in a new one. Work that throws leaves nothing behind, also where
     * the unit around it goes on.
     */
    <T> T join(Supplier<T> work);

    /** Whether the calling thread has a unit open. */
    boolean isOpen();

    /**
     * Runs the action when what the calling thread has done so far is kept, never when it isn't; at once where no unit is
     * open. The action may only hand work over to another thread.
     */
    void afterCommit(Runnable action);

    /** Runs the action when the open unit ended, either way; at once where none is open. The same holds for the action. */
    void afterEnd(Runnable action);
}
