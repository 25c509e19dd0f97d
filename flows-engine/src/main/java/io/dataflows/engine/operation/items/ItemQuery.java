package io.dataflows.engine.operation.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the option {@code query}. */
final class ItemQuery {

    private static final String AGGREGATE = "aggregate";

    private ItemQuery() {}

    /** An empty object where there is no query; empty for a value that can't be one. */
    static Optional<ObjectNode> of(@Nullable JsonNode query) {
        if (query == null || query.isNull()) {
            return Optional.of(JsonNodeFactory.instance.objectNode());
        }
        return query instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    }

    /** The options with each function of {@code query.aggregate} holding a list of fields, as run logs show them. */
    static JsonNode withListedFields(JsonNode options) {
        if (!(options.path("query").path(AGGREGATE) instanceof ObjectNode functions)) {
            return options;
        }
        ObjectNode listed = JsonNodeFactory.instance.objectNode();
        functions.properties().forEach(function -> listed.set(function.getKey(), fields(function.getValue())));
        ObjectNode shown = options.deepCopy();
        shown.withObject("query").set(AGGREGATE, listed);
        return shown;
    }

    private static JsonNode fields(JsonNode value) {
        return value.isTextual() ? JsonLists.of(JsonLists.elements(value)) : value;
    }
}
