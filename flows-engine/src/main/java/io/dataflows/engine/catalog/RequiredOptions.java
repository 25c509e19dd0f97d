package io.dataflows.engine.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Which options a draft must have: an option that the form doesn't show isn't missed. */
final class RequiredOptions {

    private RequiredOptions() {}

    static boolean contains(ObjectNode schema, String name) {
        for (JsonNode required : schema.path("required")) {
            if (required.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Makes what is required and shown only at times into {@code if … then} rules. */
    static void onlyWhileShown(ObjectNode schema) {
        ArrayNode always = JsonNodeFactory.instance.arrayNode();
        for (JsonNode required : schema.path("required")) {
            JsonNode shownWhen =
                    schema.path("properties").path(required.asText()).path("x-shown-when");
            if (shownWhen.isMissingNode()) {
                always.add(required);
            } else {
                rule(schema.withArray("allOf").addObject(), schema, required, shownWhen);
            }
        }
        schema.remove("required");
        if (!always.isEmpty()) {
            schema.set("required", always);
        }
    }

    private static void rule(ObjectNode rule, ObjectNode schema, JsonNode required, JsonNode shownWhen) {
        ObjectNode condition = rule.putObject("if");
        ObjectNode values = condition.putObject("properties");
        shownWhen.properties().forEach(option -> {
            values.putObject(option.getKey()).set("enum", option.getValue());
            JsonNode otherwise = schema.path("properties").path(option.getKey()).path("default");
            if (!contains(option.getValue(), otherwise)) {
                condition.withArray("required").add(option.getKey());
            }
        });
        rule.putObject("then").putArray("required").add(required);
    }

    private static boolean contains(JsonNode values, JsonNode wanted) {
        for (JsonNode value : values) {
            if (value.equals(wanted)) {
                return true;
            }
        }
        return false;
    }
}
