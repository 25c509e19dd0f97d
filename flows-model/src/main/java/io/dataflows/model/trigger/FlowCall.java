package io.dataflows.model.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step of another flow starts this one.
 *
 * @param payload becomes {@code $trigger}
 * @param chain the chain that this run is to be a part of, one below the run of the step
 */
public record FlowCall(UUID flow, JsonNode payload, @Nullable Accountability accountability, RunChain chain)
        implements TriggerEvent {}
