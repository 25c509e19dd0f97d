package io.dataflows.engine.ee.work;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class ManagedWorkQueueTest {

    private final ManagedWorkQueue queue =
            new ManagedWorkQueue(stopped(ManagedExecutorService.class), stopped(ManagedScheduledExecutorService.class));

    @Test
    void rejectsWorkWhenTheServerStoppedItsExecutors() {
        assertThatThrownBy(() -> queue.submit(() -> {})).isInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(() -> queue.schedule(Duration.ofSeconds(1), () -> {}))
                .isInstanceOf(RejectedExecutionException.class);
    }

    /** Some servers' executors answer so once their application is being stopped. */
    private static <E> E stopped(Class<E> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, values) -> {
                    throw new IllegalStateException("The component is stopped.");
                }));
    }
}
