package io.dataflows.model.capability;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.model.operation.Outcome;
import io.dataflows.model.operation.StepContext;
import org.jspecify.annotations.Nullable;

/** Judges a filter against a Flow Object, as the rules do for a condition that is placed in a flow. */
public interface ConditionJudge {

    /** Resolved with null when the filter holds, else rejected with every rule that failed. */
    Outcome judge(@Nullable JsonNode filter, StepContext context);
}
