package io.dataflows.web.collection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.error.Refusals;
import io.dataflows.web.http.ApiCall;
import io.dataflows.web.http.RequestBodies;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.Set;

/** Reads what a SEARCH asks for: {@code {"query": {…}}} in its body, or without a body its query string. */
@Dependent
public final class SearchQueries {
    private static final Set<String> ALLOWED = Set.of("query", "keys");

    private final RequestBodies bodies;

    @Inject
    public SearchQueries(RequestBodies bodies) {
        this.bodies = bodies;
    }

    /** @throws io.dataflows.model.error.FlowsException INVALID_PAYLOAD */
    public ObjectNode query(InputStream body, ApiCall call) {
        ObjectNode parameters = call.parameters();
        return bodies.json(body, call).map(sent -> query(sent, parameters)).orElse(parameters);
    }

    private static ObjectNode query(JsonNode body, ObjectNode parameters) {
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
