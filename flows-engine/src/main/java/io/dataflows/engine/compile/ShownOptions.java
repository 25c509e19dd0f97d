package io.dataflows.engine.compile;

import com.fasterxml.jackson.databind.JsonNode;

/** Whether a form shows an option: one that it hides has no effect, so that nothing about it is a problem. */
final class ShownOptions {

    private ShownOptions() {}

    /** @param option the option's part of the schema */
    static boolean isShown(JsonNode schema, JsonNode option, JsonNode options) {
        for (var condition : option.path("x-shown-when").properties()) {
            JsonNode otherwise =
                    schema.path("properties").path(condition.getKey()).path("default");
            JsonNode given = options.path(condition.getKey());
            String value = (given.isMissingNode() || given.isNull() ? otherwise : given).asText();
            if (!contains(condition.getValue(), value)) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(JsonNode values, String wanted) {
        for (JsonNode value : values) {
            if (value.asText().equals(wanted)) {
                return true;
            }
        }
        return false;
    }
}
