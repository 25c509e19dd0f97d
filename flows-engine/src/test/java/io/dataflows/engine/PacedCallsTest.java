package io.dataflows.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacedCallsTest {

    private final List<CompletableFuture<JsonNode>> begun = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"2147483647, 7, 7", "1, 100, 1", "5, 100, 5", "50, 3, 3"})
    void keepsOrderAndPaceWhateverThreadEndsTheCalls(int groupSize, int mostAtOnce, int most) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger highest = new AtomicInteger();
        List<JsonNode> payloads = payloads(20_000);
        try {
            List<JsonNode> given = PacedCalls.run(payloads, groupSize, mostAtOnce, payload -> {
                        highest.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                        return CompletableFuture.supplyAsync(
                                () -> {
                                    underWay.decrementAndGet();
                                    return payload;
                                },
                                threads);
                    })
                    .toCompletableFuture()
                    .get(60, TimeUnit.SECONDS);
            assertThat(given).isEqualTo(payloads);
            assertThat(highest).hasValueLessThanOrEqualTo(most);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void waitsForAWholeGroupBeforeTheNext() {
        var all = PacedCalls.run(payloads(5), 2, 10, this::begin);
        assertThat(begun).hasSize(2);
        end(1);
        assertThat(begun).hasSize(2);
        end(0);
        assertThat(begun).hasSize(4);
        end(2);
        end(3);
        end(4);
        assertThat(all.toCompletableFuture()).isCompletedWithValue(payloads(5));
    }

    @Test
    void beginsNoMoreAfterAFailureAndWaitsForTheCallsUnderWay() {
        var all = PacedCalls.run(payloads(9), 9, 3, this::begin).toCompletableFuture();
        begun.get(1).completeExceptionally(new IllegalStateException("first"));
        begun.get(2).completeExceptionally(new IllegalStateException("second"));
        assertThat(all).isNotDone();
        end(0);
        assertThat(begun).hasSize(3);
        assertThat(all).failsWithin(0, TimeUnit.SECONDS).withThrowableThat().withMessageContaining("first");
    }

    @Test
    void failsWithWhatACallThrows() {
        var all = PacedCalls.run(payloads(2), 1, 1, payload -> {
            throw new IllegalStateException("thrown");
        });
        assertThat(all.toCompletableFuture())
                .failsWithin(0, TimeUnit.SECONDS)
                .withThrowableThat()
                .withMessageContaining("thrown");
    }

    private CompletionStage<JsonNode> begin(JsonNode payload) {
        CompletableFuture<JsonNode> call = new CompletableFuture<>();
        begun.add(call);
        return call;
    }

    private void end(int index) {
        begun.get(index).complete(IntNode.valueOf(index));
    }

    private static List<JsonNode> payloads(int count) {
        return IntStream.range(0, count).<JsonNode>mapToObj(IntNode::valueOf).toList();
    }
}
