package io.dataflows.web.collection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.error.Refusals;
import java.util.Set;

/** The body of a SEARCH: {@code {"query": {…}}}. */
final class SearchBody {
    private static final Set<String> ALLOWED = Set.of("query", "keys");

    private SearchBody() {}

    /** @throws io.dataflows.model.error.FlowsException INVALID_PAYLOAD */
    static ObjectNode query(JsonNode body, ObjectNode parameters) {
        if (body == parameters) {
            return parameters;
        }
        ObjectNode sent = BatchBody.object(body);
        BatchBody.allow(sent, ALLOWED);
        JsonNode query = sent.get("query");
        if (query == null) {
            return parameters;
        }
        if (query instanceof ObjectNode object) {
            return object;
        }
        throw Refusals.invalidPayload("\"query\" must be of type object");
    }
}
