package io.dataflows.engine.ee.reach;

import io.dataflows.engine.port.WorkQueue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** A few threads of the work queue at a time; more work waits its turn, up to a bound. */
final class Lanes implements Executor {

    private static final int MOST_WAITING = 10_000;

    private final WorkQueue queue;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int free;

    Lanes(WorkQueue queue, int lanes) {
        this.queue = queue;
        this.free = lanes;
    }

    /** @throws RejectedExecutionException when too much waits already, or the queue takes no work */
    @Override
    public void execute(Runnable work) {
        if (takeLane(work)) {
            try {
                queue.submit(() -> runAll(work));
            } catch (RejectedExecutionException full) {
                leaveLane();
                throw full;
            }
        }
    }

    private void runAll(Runnable first) {
        Runnable work = first;
        while (work != null) {
            work.run();
            work = next();
        }
    }

    /** Runs on the calling thread what waits for a lane. */
    void runWaiting() {
        for (Runnable work = poll(); work != null; work = poll()) {
            work.run();
        }
    }

    private synchronized @Nullable Runnable poll() {
        return waiting.poll();
    }

    private synchronized boolean takeLane(Runnable work) {
        if (free > 0) {
            free--;
            return true;
        }
        if (waiting.size() >= MOST_WAITING) {
            throw new RejectedExecutionException("Too much work waits (" + waiting.size() + ").");
        }
        waiting.add(work);
        return false;
    }

    private synchronized void leaveLane() {
        free++;
    }

    /** The work that waits longest; without any the lane is free again. */
    private synchronized @Nullable Runnable next() {
        Runnable work = waiting.poll();
        if (work == null) {
            free++;
        }
        return work;
    }
}
