package io.dataflows.engine.testkit;

import io.dataflows.engine.port.WorkQueue;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Work on real threads in real time, for tests that reach the world outside. */
public final class ThreadWorkQueue implements WorkQueue, AutoCloseable {

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(4);

    @Override
    public void submit(Runnable work) {
        threads.execute(work);
    }

    @Override
    public void schedule(Duration delay, Runnable work) {
        threads.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
