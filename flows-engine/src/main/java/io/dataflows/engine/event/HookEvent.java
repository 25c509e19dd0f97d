package io.dataflows.engine.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.trigger.Authority;
import io.dataflows.model.trigger.RunChain;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens.
 *
 * @param name for example {@code articles.items.create}
 * @param payload what it is about; a missing node for an action that has none
 * @param members what else {@code $trigger} has, such as {@code collection} and {@code keys}
 * @param authority of whoever causes it
 * @param cause the chain of the run that causes it; null where none does
 */
public record HookEvent(
        String name, JsonNode payload, ObjectNode members, Authority authority, @Nullable RunChain cause) {}
