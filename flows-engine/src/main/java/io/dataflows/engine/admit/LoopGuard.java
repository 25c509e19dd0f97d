package io.dataflows.engine.admit;

import io.dataflows.model.error.ErrorCode;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.trigger.TriggerEvent;

/** Ends chains of flows that start one another without end. */
public record LoopGuard(int maxDepth) {

    void check(TriggerEvent event) {
        if (event.depth() > maxDepth) {
            throw FlowsException.of(
                    ErrorCode.FLOW_DEPTH_EXCEEDED,
                    "Flow (" + event.flow() + ") is number " + (event.depth() + 1)
                            + " in a chain of flows that start one another; " + (maxDepth + 1)
                            + " is the limit. Maybe a flow triggers itself; FLOWS_MAX_DEPTH sets the limit.");
        }
    }
}
