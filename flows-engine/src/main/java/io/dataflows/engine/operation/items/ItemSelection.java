package io.dataflows.engine.operation.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.error.Refusals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which items a change is for: those of keys, those of a query, or none. What nobody chose is never changed.
 *
 * @param query has members, or nothing is chosen by it
 */
record ItemSelection(List<JsonNode> keys, ObjectNode query) {

    /**
     * @throws io.dataflows.model.error.FlowsException INVALID_PAYLOAD for both, or keys that are no texts or numbers;
     *     INVALID_QUERY for a query that is no object
     */
    static ItemSelection of(@Nullable JsonNode key, @Nullable JsonNode query) {
        ItemSelection selection = new ItemSelection(JsonLists.keys(key), queryOf(query));
        if (selection.hasKeys() && selection.hasQuery()) {
            throw Refusals.invalidPayload("Cannot use both \"key\" and \"query\"");
        }
        if (!selection.keys.stream().allMatch(one -> one.isTextual() || one.isNumber())) {
            throw Refusals.invalidPayload(ItemPayload.INVALID);
        }
        return selection;
    }

    /** @throws io.dataflows.model.error.FlowsException INVALID_QUERY for a query that is no object */
    static ObjectNode queryOf(@Nullable JsonNode query) {
        if (query == null || JsonLists.isNothing(query)) {
            return JsonNodeFactory.instance.objectNode();
        } else if (query instanceof ObjectNode object) {
            return object;
        }
        throw Refusals.invalidQuery("\"query\" must be of type object");
    }

    boolean hasKeys() {
        return !keys.isEmpty();
    }

    boolean hasQuery() {
        return !query.isEmpty();
    }
}
