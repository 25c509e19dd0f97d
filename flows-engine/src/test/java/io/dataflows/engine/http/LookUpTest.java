package io.dataflows.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflows.engine.setting.Settings;
import io.dataflows.model.capability.HttpAnswer;
import io.dataflows.model.capability.HttpCall;
import io.dataflows.model.error.FaultKind;
import io.dataflows.model.error.FlowsException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Names that take long to look up: they hold up neither the requests that come later nor the server. */
@Timeout(30)
class LookUpTest {

    private static final int THREADS = 16;

    private final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch stuck = new CountDownLatch(THREADS);
    private final ConcurrentLinkedQueue<String> lookUps = new ConcurrentLinkedQueue<>();
    private GuardedHttpCaller caller = caller("10s");

    @AfterEach
    void close() {
        released.countDown();
        caller.close();
    }

    @Test
    void neverLooksUpForACallerThatLeft() throws Exception {
        caller.close();
        caller = caller("300ms");
        for (int count = 0; count < THREADS; count++) {
            call("slow.example");
        }
        stuck.await();
        assertThat(call("late.example")
                        .handle((answer, failed) -> failed != null)
                        .join())
                .isTrue();
        released.countDown();
        call("next.example").handle((answer, failed) -> failed).join();
        assertThat(lookUps).contains("next.example").doesNotContain("late.example");
    }

    @Test
    void refusesRequestsWhenTooManyWaitForALookUp() throws Exception {
        List<CompletableFuture<HttpAnswer>> calls = new ArrayList<>();
        for (int count = 0; count < THREADS; count++) {
            call("slow.example");
        }
        stuck.await();
        for (int count = 0; count < 2000; count++) {
            calls.add(call("slow.example"));
        }
        assertThat(calls).filteredOn(Predicate.not(CompletableFuture::isDone)).isNotEmpty();
        assertThat(calls).filteredOn(CompletableFuture::isDone).isNotEmpty().allSatisfy(refused -> {
            var fault = ((FlowsException) failure(refused)).fault();
            assertThat(fault.code()).isEqualTo("SERVICE_UNAVAILABLE");
            assertThat(fault.kind()).isEqualTo(FaultKind.OPERATIONAL);
        });
    }

    private static Throwable failure(CompletableFuture<HttpAnswer> call) {
        Throwable failed = call.handle((answer, trouble) -> trouble).join();
        return failed instanceof CompletionException ? failed.getCause() : failed;
    }

    private CompletableFuture<HttpAnswer> call(String host) {
        return caller.call(new HttpCall("GET", "http://" + host + "/", List.of(), null))
                .toCompletableFuture();
    }

    private GuardedHttpCaller caller(String timeout) {
        return GuardedHttpCaller.of(
                Settings.of(Map.of("FLOWS_REQUEST_TIMEOUT", timeout)),
                this::resolve,
                limits -> new ApacheWire(limits, List.of(), null));
    }

    /** Nothing is found, some of it after a long time. */
    private List<InetAddress> resolve(String name) {
        lookUps.add(name);
        if (name.equals("slow.example")) {
            stuck.countDown();
            try {
                released.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        return List.of();
    }
}
