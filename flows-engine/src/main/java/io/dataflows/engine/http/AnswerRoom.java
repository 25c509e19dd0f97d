package io.dataflows.engine.http;

import io.dataflows.model.error.ErrorCode;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultKind;
import io.dataflows.model.error.FlowsException;
import java.util.concurrent.atomic.AtomicLong;

/** The memory that the bodies of all answers under way have together: many large ones would fill the heap. */
final class AnswerRoom {

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    /** @param most bytes */
    AnswerRoom(long most) {
        this.most = most;
    }

    /** A share for one call, which has taken nothing yet. */
    Share share() {
        return new Share();
    }

    private static FlowsException full() {
        return new FlowsException(Fault.of(
                ErrorCode.SERVICE_UNAVAILABLE,
                FaultKind.OPERATIONAL,
                "The answers that this server is receiving leave no memory for more. Maybe try again in a moment, or"
                        + " an administrator can raise FLOWS_REQUEST_MAX_MEMORY."));
    }

    /** What one call has taken of it. Safe for many threads. */
    final class Share {

        private long held;
        private boolean closed;

        /** @throws NoRoom when it isn't there, or nobody waits for the answer any more */
        synchronized void take(long bytes) throws NoRoom {
            if (closed || taken.getAndUpdate(now -> now + bytes > most ? now : now + bytes) + bytes > most) {
                throw new NoRoom(full());
            }
            held += bytes;
        }

        /** Gives all of it back. */
        synchronized void giveBack() {
            taken.addAndGet(-held);
            held = 0;
        }

        /** The same, for good. */
        synchronized void close() {
            closed = true;
            giveBack();
        }
    }
}
