package io.dataflows.model.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An operation placed in a flow.
 *
 * @param flow id of the flow that it belongs to
 * @param key name of its value inside the Flow Object; two steps may share one, the later wins
 * @param type id of the operation, for example {@code condition}; an unknown one stops a run there
 * @param positionX grid column on the canvas, from 1; without effect on a run
 * @param positionY grid row on the canvas, from 1
 * @param options the operation's options, templates included; null means none
 * @param resolve id of the step that follows success, or null
 * @param reject id of the step that follows failure, or null
 */
public record StepDefinition(
        UUID id,
        UUID flow,
        @Nullable String name,
        String key,
        String type,
        int positionX,
        int positionY,
        @Nullable JsonNode options,
        @Nullable UUID resolve,
        @Nullable UUID reject,
        Instant dateCreated,
        @Nullable UUID userCreated) {}
