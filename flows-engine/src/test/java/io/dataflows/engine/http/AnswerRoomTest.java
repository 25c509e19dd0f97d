package io.dataflows.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflows.model.error.FaultKind;
import io.dataflows.model.error.FlowsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers share a bound of memory, and give it back however they end. */
@Timeout(30)
class AnswerRoomTest {

    private static final String HALF = "x".repeat(60_000);

    private final TestCaller caller = TestCaller.with(Map.of(
            "FLOWS_REQUEST_ALLOW_LIST", "127.0.0.0/8",
            "FLOWS_REQUEST_MAX_SIZE", "80000",
            "FLOWS_REQUEST_MAX_MEMORY", "100000"));

    @AfterEach
    void close() {
        caller.close();
    }

    @Test
    void refusesAnAnswerThatFindsNoRoomBesidesTheOthers() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch refused = new CountDownLatch(1);
        try (RawServer slow = RawServer.running((number, out) -> {
                    write(out, "HTTP/1.1 200 OK\r\nContent-Length: 60002\r\n\r\n" + HALF);
                    out.flush();
                    begun.countDown();
                    await(refused);
                    write(out, "xx");
                });
                RawServer other = RawServer.answering("HTTP/1.1 200 OK\r\n\r\n" + HALF)) {
            var first = CompletableFuture.supplyAsync(() -> caller.get(slow.url()));
            begun.await();
            // What the kernel still holds isn't taken yet: some answers may pass before.
            var failure = firstFailure(other.url());
            assertThat(failure.fault().code()).isEqualTo("SERVICE_UNAVAILABLE");
            assertThat(failure.fault().kind()).isEqualTo(FaultKind.OPERATIONAL);
            assertThat(failure.fault().message()).contains("FLOWS_REQUEST_MAX_MEMORY");
            refused.countDown();
            assertThat(first.join().data().textValue()).hasSize(60_002);
            assertThat(caller.get(other.url()).data().textValue()).hasSize(60_000);
        }
    }

    @Test
    void givesTheRoomBackHoweverAnAnswerEnds() {
        String redirect = "HTTP/1.1 302 Found\r\nLocation: /next\r\n\r\n" + HALF;
        String cut = "HTTP/1.1 200 OK\r\nContent-Length: 70000\r\n\r\n" + HALF;
        try (RawServer server =
                RawServer.answering(cut, redirect, redirect, redirect, "HTTP/1.1 200 OK\r\n\r\n" + HALF)) {
            assertThat(caller.code(server.url())).isEqualTo("ECONNRESET");
            assertThat(caller.get(server.url()).data().textValue()).hasSize(60_000);
            assertThat(caller.get(server.url()).data().textValue()).hasSize(60_000);
        }
    }

    private FlowsException firstFailure(String url) {
        while (true) {
            try {
                caller.get(url);
            } catch (java.util.concurrent.CompletionException failed) {
                return (FlowsException) failed.getCause();
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(java.io.OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
