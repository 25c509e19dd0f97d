package io.dataflows.model.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/**
 * A step of another flow starts this one.
 *
 * @param payload becomes {@code $trigger}
 * @param authority that of the flow which starts this one
 * @param depth how many flows stand above this one in the chain, from 1
 */
public record FlowCall(UUID flow, JsonNode payload, Authority authority, int depth) implements TriggerEvent {}
