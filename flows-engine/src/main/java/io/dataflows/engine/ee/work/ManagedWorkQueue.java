package io.dataflows.engine.ee.work;

import io.dataflows.engine.port.WorkQueue;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Work on the server's own managed executors. */
public final class ManagedWorkQueue implements WorkQueue {

    private final ManagedExecutorService executor;
    private final ManagedScheduledExecutorService timer;

    public ManagedWorkQueue(ManagedExecutorService executor, ManagedScheduledExecutorService timer) {
        this.executor = executor;
        this.timer = timer;
    }

    @Override
    public void submit(Runnable work) {
        executor.execute(new Reported(work));
    }

    @Override
    public void schedule(Duration delay, Runnable work) {
        timer.schedule(new Reported(work), delay.toMillis(), TimeUnit.MILLISECONDS);
    }
}
