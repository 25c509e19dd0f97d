package io.dataflows.model.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step of another flow starts this one.
 *
 * @param payload becomes {@code $trigger}
 * @param depth how many flows stand above this one in the chain, from 1
 */
public record FlowCall(UUID flow, JsonNode payload, @Nullable Accountability accountability, int depth)
        implements TriggerEvent {}
