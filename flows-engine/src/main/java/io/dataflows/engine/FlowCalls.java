package io.dataflows.engine;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.dataflows.engine.admit.Admission;
import io.dataflows.engine.run.RunPlace;
import io.dataflows.model.capability.FlowCaller;
import io.dataflows.model.error.ErrorCode;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.flow.StrictUuid;
import io.dataflows.model.operation.StepContext;
import io.dataflows.model.reply.Reply;
import io.dataflows.model.trigger.FlowCall;
import io.dataflows.model.trigger.RunChain;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calls flows through the engine's own door. Refusals for want of such a flow give null, all others fail the call. */
final class FlowCalls implements FlowCaller {

    private static final Logger LOG = System.getLogger("io.dataflows.flow");

    /** Runs begin inside of the step that calls them; after so many of them a fresh stack goes on. */
    private static final int LEVELS_PER_STACK = 10;

    private final Admission admission;
    private final int mostAtOnce;
    private final long maxDataSize;
    private @Nullable BiFunction<FlowCall, RunPlace, CompletionStage<Reply>> door;

    /**
     * @param mostAtOnce runs of one list that may be under way at the same time
     * @param maxDataSize characters of JSON that the lists of one chain of runs may hold
     */
    FlowCalls(Admission admission, int mostAtOnce, long maxDataSize) {
        this.admission = admission;
        this.mostAtOnce = Math.max(1, mostAtOnce);
        this.maxDataSize = maxDataSize;
    }

    /** The engine runs steps that call flows, and calls are runs of the engine: once both are there, they are tied. */
    void connect(BiFunction<FlowCall, RunPlace, CompletionStage<Reply>> engine) {
        door = engine;
    }

    @Override
    public CompletionStage<List<JsonNode>> call(
            @Nullable String flow, List<JsonNode> payloads, int groupSize, StepContext caller) {
        if (groupSize < 1) {
            throw new IllegalArgumentException("Group size (" + groupSize + ") is less than one.");
        }
        Optional<UUID> id = StrictUuid.parse(flow == null ? "" : flow).filter(admission::takesCalls);
        if (id.isEmpty()) {
            warn(flow, caller);
            return CompletableFuture.completedFuture(Collections.nCopies(payloads.size(), NullNode.getInstance()));
        }
        RunChain chain = caller.chain().below();
        admission.checkRoom(id.get(), chain, payloads.size());
        KeptResults kept = new KeptResults(chain, maxDataSize);
        RunPlace place = caller.capability(RunPlace.class);
        Function<JsonNode, CompletionStage<JsonNode>> call = payload -> begin(
                        new FlowCall(id.get(), payload, caller.authority(), chain, caller.concealment()), place)
                .thenApply(kept::keep);
        return PacedCalls.run(payloads, groupSize, mostAtOnce, call).whenComplete((given, failed) -> kept.release());
    }

    private CompletionStage<JsonNode> begin(FlowCall call, RunPlace place) {
        var engine = requireNonNull(door, "No engine is connected.");
        if (call.chain().depth() % LEVELS_PER_STACK != 0) {
            return engine.apply(call, place).thenApply(FlowCalls::value);
        }
        try {
            return CompletableFuture.supplyAsync(() -> engine.apply(call, place), place.queue()::submit)
                    .thenCompose(reply -> reply)
                    .thenApply(FlowCalls::value);
        } catch (RejectedExecutionException full) {
            throw Refusals.overloaded();
        }
    }

    private static JsonNode value(Reply reply) {
        return reply.fold(
                answered -> answered.value() == null ? NullNode.getInstance() : answered.value(),
                accepted -> NullNode.getInstance(),
                FlowCalls::refused);
    }

    /** A flow that was switched off since the list began is no flow to call; everything else must be heard of. */
    private static JsonNode refused(Reply.Refused refused) {
        if (refused.run() == null && refused.fault().code().equals(ErrorCode.FORBIDDEN.name())) {
            return NullNode.getInstance();
        }
        throw new FlowsException(refused.fault());
    }

    /** A text that is no id may hold anything, a secret too. */
    private static String shown(@Nullable String flow) {
        return flow == null
                ? "none"
                : StrictUuid.parse(flow).map(UUID::toString).orElse("not an id");
    }

    private static void warn(@Nullable String flow, StepContext caller) {
        LOG.log(
                Level.WARNING,
                "Run {0}, {1}: flow ({2}) is not there to be called, the step gives null. Maybe it was deleted or is"
                        + " inactive, or its trigger is not another flow.",
                caller.runId(),
                ServerLog.oneLine(caller.stepKey()),
                shown(flow));
    }
}
