package io.dataflows.engine.admit;

import io.dataflows.model.error.ErrorCode;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.trigger.RunChain;
import java.util.UUID;

/**
 * Ends chains of flows that start one another without end.
 *
 * @param maxDepth runs above one another, at most, the first one aside
 * @param maxRuns runs of one chain, at most, the first one aside
 */
public record LoopGuard(int maxDepth, int maxRuns) {

    /** Lets one more run into the chain, and counts it. */
    void enter(UUID flow, RunChain chain) {
        checkDepth(flow, chain);
        if (chain.depth() > 0 && !chain.add(maxRuns)) {
            throw tooMany(flow, chain, 1);
        }
    }

    /** Whether so many more runs would get in. Counts none: others may be faster. */
    void checkRoom(UUID flow, RunChain chain, int more) {
        checkDepth(flow, chain);
        if (more > maxRuns - chain.runs()) {
            throw tooMany(flow, chain, more);
        }
    }

    private void checkDepth(UUID flow, RunChain chain) {
        if (chain.depth() > maxDepth) {
            throw FlowsException.of(
                    ErrorCode.FLOW_DEPTH_EXCEEDED,
                    "Flow (" + flow + ") is number " + (chain.depth() + 1)
                            + " in a chain of flows that start one another; " + (maxDepth + 1)
                            + " is the limit. Maybe a flow triggers itself; FLOWS_MAX_DEPTH sets the limit.");
        }
    }

    private FlowsException tooMany(UUID flow, RunChain chain, int more) {
        return FlowsException.of(
                ErrorCode.FLOW_CHAIN_EXCEEDED,
                "Flow (" + flow + ") was to run " + more + " times in a chain of flows that start one another; it has "
                        + chain.runs() + " runs, and " + maxRuns
                        + " is the limit. Maybe a flow triggers itself; FLOWS_MAX_CHAIN_RUNS sets the limit.");
    }
}
