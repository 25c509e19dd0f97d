package io.dataflows.web.collection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a request is for: those with these keys, or those that a query chooses.
 *
 * @param query null where there are keys
 */
public record BatchSelection(List<JsonNode> keys, @Nullable ObjectNode query) {
    public BatchSelection {
        keys = List.copyOf(keys);
    }

    static BatchSelection ofKeys(JsonNode list) {
        List<JsonNode> keys = new ArrayList<>();
        list.forEach(keys::add);
        return new BatchSelection(keys, null);
    }

    static BatchSelection ofQuery(ObjectNode query) {
        return new BatchSelection(List.of(), query);
    }
}
