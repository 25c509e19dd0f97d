package io.dataflows.engine.operation.items;

import com.fasterxml.jackson.databind.JsonNode;
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
     * @throws io.dataflows.model.error.FlowsException INVALID_PAYLOAD for both, keys that are no texts or numbers, or a
     *     query that is no object
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

    private static ObjectNode queryOf(@Nullable JsonNode query) {
        return ItemQuery.of(query).orElseThrow(() -> Refusals.invalidPayload(ItemPayload.INVALID));
    }

    boolean hasKeys() {
        return !keys.isEmpty();
    }

    boolean hasQuery() {
        return !query.isEmpty();
    }
}
