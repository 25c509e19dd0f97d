package io.dataflows.model.trigger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/**
 * Something happens, or happened, that a flow waits for.
 *
 * @param data becomes {@code $trigger}
 * @param authority of whoever caused it
 * @param chain the chain that this run is to be a part of: a new one where no run caused it
 */
public record EventRaised(UUID flow, ObjectNode data, Authority authority, RunChain chain) implements TriggerEvent {}
