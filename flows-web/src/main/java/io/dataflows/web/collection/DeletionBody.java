package io.dataflows.web.collection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.web.http.ApiCall;
import java.util.List;

/** What is to be deleted where a request has no body: not every server lets one through. */
public final class DeletionBody {
    private DeletionBody() {}

    /** {@code {"keys": […]}} of the query's {@code keys}, a list or a text with commas; an empty object without them. */
    public static ObjectNode ofQuery(ApiCall call) {
        ObjectNode body = call.emptyObject();
        JsonNode named = call.parameters().path("keys");
        if (named.isMissingNode()) {
            return body;
        }
        ArrayNode keys = body.putArray("keys");
        if (named.isTextual()) {
            List.of(named.textValue().split(",")).forEach(key -> keys.add(key.strip()));
        } else {
            named.forEach(keys::add);
        }
        return body;
    }
}
