package io.dataflows.model.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.model.run.Concealment;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step of another flow starts this one.
 *
 * @param payload becomes {@code $trigger}
 * @param authority that of the flow which starts this one
 * @param chain the chain that this run is to be a part of, one below the run of the step
 * @param secrets of the run whose step it is, which the new run shares; null for none
 */
public record FlowCall(UUID flow, JsonNode payload, Authority authority, RunChain chain, @Nullable Concealment secrets)
        implements TriggerEvent {

    /** A call that shares no secrets. */
    public FlowCall(UUID flow, JsonNode payload, Authority authority, RunChain chain) {
        this(flow, payload, authority, chain, null);
    }
}
