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
 * @param depth how many flows stand above this one in the chain, from 1
 * @param secrets of the run whose step it is, which the new run shares; null for none
 */
public record FlowCall(UUID flow, JsonNode payload, Authority authority, int depth, @Nullable Concealment secrets)
        implements TriggerEvent {

    /** A call that shares no secrets. */
    public FlowCall(UUID flow, JsonNode payload, Authority authority, int depth) {
        this(flow, payload, authority, depth, null);
    }
}
