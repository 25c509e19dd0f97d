package io.dataflows.engine;

import io.dataflows.engine.port.WorkQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Work that goes on elsewhere: what one thread hands over is done one after the other, in the order of handing over. */
final class WorkInOrder {

    private final WorkQueue queue;
    private final ConcurrentHashMap<Thread, CompletableFuture<@Nullable Void>> last = new ConcurrentHashMap<>();

    WorkInOrder(WorkQueue queue) {
        this.queue = queue;
    }

    /** @param failed hears of work that failed, or for which the queue had no room; what comes after it is done all the same */
    void submit(Runnable work, Consumer<Throwable> failed) {
        Thread caller = Thread.currentThread();
        CompletableFuture<@Nullable Void> own = last.compute(caller, (same, before) -> after(before, work, failed));
        own.whenComplete((done, never) -> last.remove(caller, own));
    }

    private CompletableFuture<@Nullable Void> after(
            @Nullable CompletableFuture<@Nullable Void> before, Runnable work, Consumer<Throwable> failed) {
        CompletableFuture<@Nullable Void> free = before == null ? CompletableFuture.completedFuture(null) : before;
        return free.thenRunAsync(work, queue::submit).exceptionally(failure -> {
            failed.accept(failure);
            return null;
        });
    }
}
