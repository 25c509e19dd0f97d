package io.dataflows.engine.testkit;

import io.dataflows.engine.port.WorkQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Work that runs when the test says so, on the test's thread; waiting moves the {@link FakeClock}. */
public final class FakeWorkQueue implements WorkQueue {

    private record Job(Instant due, long order, Runnable work) {}

    private final FakeClock clock;
    private final PriorityQueue<Job> jobs =
            new PriorityQueue<>(Comparator.comparing(Job::due).thenComparingLong(Job::order));
    private long submitted;
    private boolean full;

    public FakeWorkQueue(FakeClock clock) {
        this.clock = clock;
    }

    @Override
    public void submit(Runnable work) {
        schedule(Duration.ZERO, work);
    }

    /** Takes no more work. */
    public void refuseAll() {
        full = true;
    }

    @Override
    public synchronized void schedule(Duration delay, Runnable work) {
        if (full) {
            throw new RejectedExecutionException("full");
        }
        jobs.add(new Job(clock.instant().plus(delay), submitted++, work));
    }

    public synchronized int size() {
        return jobs.size();
    }

    /** Runs everything, also what it submits, moving the clock to each due time. */
    public void runAll() {
        for (Job job = take(); job != null; job = take()) {
            clock.advanceTo(job.due());
            job.work().run();
        }
    }

    /** Runs everything until the stage is done, also what other threads submit meanwhile; not for ever. */
    public <T> T await(CompletionStage<T> stage) {
        CompletableFuture<T> future = stage.toCompletableFuture();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        runAll();
        while (!future.isDone() && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            runAll();
        }
        if (!future.isDone()) {
            throw new AssertionError("Nothing is left to do, and the stage isn't done.");
        }
        return future.join();
    }

    private synchronized Job take() {
        return jobs.poll();
    }
}
