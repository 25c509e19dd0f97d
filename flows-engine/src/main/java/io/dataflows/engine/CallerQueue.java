package io.dataflows.engine;

import io.dataflows.engine.port.WorkQueue;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Work that runs on the one thread that waits for it, so that it stays in that thread's transaction. */
final class CallerQueue implements WorkQueue {

    private final DelayQueue<Job> jobs = new DelayQueue<>();
    private final AtomicLong order = new AtomicLong();

    @Override
    public void submit(Runnable work) {
        schedule(Duration.ZERO, work);
    }

    @Override
    public void schedule(Duration delay, Runnable work) {
        jobs.add(new Job(System.nanoTime() + delay.toNanos(), order.getAndIncrement(), work));
    }

    /**
     * Runs what is submitted, also from other threads, until the stage is done or the time is over.
     *
     * @return whether the stage is done
     */
    boolean await(CompletionStage<?> stage, Duration time) {
        var future = stage.toCompletableFuture();
        // Wakes this thread when another one completes the stage.
        future.whenComplete((given, failed) -> submit(() -> {}));
        long end = System.nanoTime() + time.toNanos();
        while (!future.isDone() && runNext(end - System.nanoTime())) {
            // Each round runs one piece of work.
        }
        return future.isDone();
    }

    /** @return whether there was work in time */
    private boolean runNext(long nanos) {
        try {
            Job job = jobs.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
            if (job != null) {
                job.work().run();
            }
            return job != null;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private record Job(long due, long order, Runnable work) implements Delayed {

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            Job job = (Job) other;
            int byDue = Long.compare(due - job.due, 0);
            return byDue != 0 ? byDue : Long.compare(order, job.order);
        }
    }
}
