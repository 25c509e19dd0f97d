package io.dataflows.engine.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.time.ZoneOffset;

/** The variables of a file of recorded cases. */
final class RecordedVariables {

    private RecordedVariables() {}

    static DynamicVariables of(JsonNode vectors) {
        return of(vectors, vectors.get("accountability"));
    }

    static DynamicVariables of(JsonNode vectors, JsonNode accountability) {
        JsonNode context = vectors.path("context");
        return new DynamicVariables(
                Instant.parse(vectors.get("now").asText()),
                ZoneOffset.UTC,
                orNull(accountability.path("user")),
                orNull(accountability.path("role")),
                orNull(accountability.path("roles")),
                orNull(context.path("$CURRENT_USER")),
                orNull(context.path("$CURRENT_ROLE")),
                orNull(context.path("$CURRENT_POLICIES")));
    }

    private static JsonNode orNull(JsonNode value) {
        return value.isMissingNode() ? NullNode.getInstance() : value;
    }
}
