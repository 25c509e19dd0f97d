package io.dataflows.engine.filter;

import io.dataflows.model.error.*;
import io.dataflows.model.operation.Outcome;

public record FilterVerdict(boolean ok) {
    public Outcome toOutcome() {
        return ok
                ? new Outcome.Resolved(com.fasterxml.jackson.databind.node.NullNode.getInstance())
                : new Outcome.Rejected(
                        Fault.ofAll(java.util.List.of(Fault.of(ErrorCode.FAILED_VALIDATION, FaultKind.USER, "no"))));
    }
}
