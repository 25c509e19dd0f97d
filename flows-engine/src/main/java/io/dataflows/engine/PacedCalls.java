package io.dataflows.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The calls for one list of payloads: begun in order, a group at a time, at most so many at once. Whichever thread ends
 * a call begins the next ones, in a loop and never in each other's stack, so that a list may be long. The first call
 * that fails ends the list, when those under way have ended.
 */
final class PacedCalls {

    private static final int NONE = -1;

    private final List<JsonNode> payloads;
    private final int groupSize;
    private final int mostAtOnce;
    private final Function<JsonNode, CompletionStage<JsonNode>> call;
    private final JsonNode[] given;
    private final CompletableFuture<List<JsonNode>> all = new CompletableFuture<>();
    private int begun;
    private int underWay;
    private boolean beginning = true;
    private @Nullable Throwable failure;

    private PacedCalls(
            List<JsonNode> payloads,
            int groupSize,
            int mostAtOnce,
            Function<JsonNode, CompletionStage<JsonNode>> call) {
        this.payloads = payloads;
        this.groupSize = groupSize;
        this.mostAtOnce = mostAtOnce;
        this.call = call;
        this.given = new JsonNode[payloads.size()];
    }

    /** What the calls gave, in the order of the payloads; fails with what the first failed call failed with. */
    static CompletionStage<List<JsonNode>> run(
            List<JsonNode> payloads,
            int groupSize,
            int mostAtOnce,
            Function<JsonNode, CompletionStage<JsonNode>> call) {
        PacedCalls calls = new PacedCalls(payloads, groupSize, mostAtOnce, call);
        calls.beginMore();
        return calls.all;
    }

    private void beginMore() {
        for (int index = claim(); index != NONE; index = claim()) {
            begin(index);
        }
        if (isOver()) {
            finish();
        }
    }

    private void begin(int index) {
        // A call that throws counts like one whose stage fails.
        CompletableFuture.completedFuture(payloads.get(index)).thenCompose(call).whenComplete((value, failed) -> {
            if (ended(index, value, failed)) {
                beginMore();
            }
        });
    }

    /** The next payload that may begin now. Without one, this thread is done, and the next call that ends goes on. */
    private synchronized int claim() {
        beginning = begun < payloads.size() && failure == null && mayBegin();
        if (!beginning) {
            return NONE;
        }
        underWay++;
        return begun++;
    }

    private boolean mayBegin() {
        boolean groupBegins = begun % groupSize == 0;
        return groupBegins ? underWay == 0 : underWay < mostAtOnce;
    }

    /** Whether no other thread is beginning calls, so that this one has to. */
    private synchronized boolean ended(int index, @Nullable JsonNode value, @Nullable Throwable failed) {
        underWay--;
        if (value != null) {
            given[index] = value;
        } else if (failure == null) {
            failure = failed == null ? new IllegalStateException("Call " + index + " gave nothing.") : failed;
        }
        boolean mustBegin = !beginning;
        beginning = true;
        return mustBegin;
    }

    private synchronized boolean isOver() {
        return underWay == 0 && (failure != null || begun == payloads.size());
    }

    private void finish() {
        if (failure != null) {
            all.completeExceptionally(failure);
        } else {
            all.complete(Arrays.asList(given));
        }
    }
}
