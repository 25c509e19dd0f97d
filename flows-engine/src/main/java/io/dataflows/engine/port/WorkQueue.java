package io.dataflows.engine.port;

import java.time.Duration;

/** Threads of the place that the engine runs in. */
public interface WorkQueue {

    /**
     * Runs the work soon, on another thread.
     *
     * @throws java.util.concurrent.RejectedExecutionException when no more work is taken
     */
    void submit(Runnable work);

    /**
     * Runs the work after the delay, on another thread, holding none until then.
     *
     * @throws java.util.concurrent.RejectedExecutionException when no more work is taken
     */
    void schedule(Duration delay, Runnable work);
}
