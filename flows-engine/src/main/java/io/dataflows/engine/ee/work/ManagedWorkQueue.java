package io.dataflows.engine.ee.work;

import io.dataflows.engine.port.WorkQueue;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
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
        taken(() -> executor.execute(new Reported(work)));
    }

    @Override
    public void schedule(Duration delay, Runnable work) {
        taken(() -> timer.schedule(new Reported(work), delay.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** A server that stops may say so in a way of its own. */
    private static void taken(Runnable handOver) {
        try {
            handOver.run();
        } catch (IllegalStateException stopped) {
            throw new RejectedExecutionException("The server's executor takes no work.", stopped);
        }
    }
}
