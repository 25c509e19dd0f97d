package io.dataflows.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflows.engine.port.WorkQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkInOrderTest {

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final List<Integer> done = Collections.synchronizedList(new ArrayList<>());
    private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private static WorkQueue queue(java.util.function.Consumer<Runnable> submit) {
        return new WorkQueue() {
            @Override
            public void submit(Runnable work) {
                submit.accept(work);
            }

            @Override
            public void schedule(Duration delay, Runnable work) {
                throw new UnsupportedOperationException();
            }
        };
    }

    @Test
    void doesWorkOfOneThreadInItsOrder() throws InterruptedException {
        WorkInOrder work = new WorkInOrder(queue(threads::execute));
        CountDownLatch begin = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);

        // The first one is slow: others on free threads would be done before it.
        work.submit(() -> await(begin), failures::add);
        IntStream.range(0, 500).forEach(number -> work.submit(() -> done.add(number), failures::add));
        work.submit(end::countDown, failures::add);
        assertThat(done).isEmpty();
        begin.countDown();

        assertThat(end.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(done)
                .containsExactlyElementsOf(IntStream.range(0, 500).boxed().toList());
        assertThat(failures).isEmpty();
    }

    @Test
    void doesTheNextOneAfterAFailure() {
        WorkInOrder work = new WorkInOrder(queue(Runnable::run));

        work.submit(
                () -> {
                    throw new IllegalStateException("no");
                },
                failures::add);
        work.submit(() -> done.add(1), failures::add);

        assertThat(done).containsExactly(1);
        assertThat(failures)
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("no");
    }

    @Test
    void tellsOfWorkThatFoundNoThread() {
        WorkInOrder work = new WorkInOrder(queue(unused -> {
            throw new RejectedExecutionException("full");
        }));

        work.submit(() -> done.add(1), failures::add);

        assertThat(done).isEmpty();
        assertThat(failures)
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("full");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }
}
