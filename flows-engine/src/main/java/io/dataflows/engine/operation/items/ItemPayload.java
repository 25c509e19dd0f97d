package io.dataflows.engine.operation.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.error.Refusals;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the option {@code payload}. */
final class ItemPayload {

    static final String INVALID = "Invalid input";

    private ItemPayload() {}

    /**
     * The objects of a payload: one, or those of a list; empty where there is no payload.
     *
     * @throws io.dataflows.model.error.FlowsException INVALID_PAYLOAD for anything else
     */
    static Optional<List<ObjectNode>> of(@Nullable JsonNode payload) {
        if (payload == null || payload.isNull()) {
            return Optional.empty();
        }
        List<JsonNode> elements = payload.isArray() ? JsonLists.elements(payload) : List.of(payload);
        return Optional.of(elements.stream().map(ItemPayload::object).toList());
    }

    private static ObjectNode object(JsonNode element) {
        if (element instanceof ObjectNode object) {
            return object;
        }
        throw Refusals.invalidPayload(INVALID);
    }
}
