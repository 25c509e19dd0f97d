package io.dataflows.engine.decide;

import io.dataflows.model.operation.Outcome;
import io.dataflows.model.run.FlowObject;
import io.dataflows.model.trigger.Accountability;
import org.jspecify.annotations.Nullable;

/** The question that a condition asks of the Flow Object. It is a constraint of the rules that belong to its step. */
@FunctionalInterface
public interface Guard {

    /** Resolved when the condition holds, else rejected with the reasons. Never throws. */
    Outcome judge(FlowObject data, @Nullable Accountability accountability);
}
