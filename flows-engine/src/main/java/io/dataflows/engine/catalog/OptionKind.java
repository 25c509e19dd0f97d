package io.dataflows.engine.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What an option can become, and what a draft may hold for it: a value, text that converts to one, or a template. */
enum OptionKind {
    ANY(List.of(), ""),
    JSON(List.of("object", "array", "string", "number", "boolean"), ""),
    TEXT(List.of("string", "number", "boolean", "object", "array"), ""),
    INTEGER(List.of("integer", "string"), "^\\s*([+-]?\\d{1,9}\\s*)?$"),
    NUMBER(List.of("number", "string"), "^\\s*([+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?\\s*)?$"),
    BOOLEAN(List.of("boolean", "string"), "^\\s*$"),
    LIST(List.of("array", "string", "number"), ""),
    RECORDS(List.of("array", "string"), "^\\s*$");

    /** Where the braces of a template begin, whatever is around them. */
    static final String TEMPLATE = "\\{\\{";

    private final List<String> types;
    private final String pattern;

    /** @param pattern what text may be besides a template; empty when it may be anything */
    OptionKind(List<String> types, String pattern) {
        this.types = types;
        this.pattern = pattern;
    }

    /** Lets the schema of an option say everything that a draft may hold. */
    void widen(ObjectNode property, boolean required) {
        if (!types.isEmpty()) {
            ArrayNode allowed = property.putArray("type");
            types.forEach(allowed::add);
            if (!required) {
                allowed.add("null");
            }
        }
        widenText(property, required);
    }

    private void widenText(ObjectNode property, boolean required) {
        if (this == JSON) {
            property.put("contentMediaType", "application/json");
        } else if (this == LIST) {
            property.putObject("items").putArray("type").add("string").add("number");
        } else if (!pattern.isEmpty()) {
            property.put("pattern", pattern + "|" + TEMPLATE);
        } else if (property.has("pattern")) {
            property.put("pattern", "^(?:" + property.path("pattern").asText() + ")$|" + TEMPLATE);
        }
        if (this == TEXT && required) {
            property.put("minLength", Math.max(1, property.path("minLength").asInt()));
        }
    }

    /** Lets a text with a template stand for an object. */
    static void allowTemplate(ObjectNode schema) {
        JsonNode type = schema.path("type");
        schema.putArray("type").add(type.asText()).add("string");
        schema.put("pattern", TEMPLATE);
    }
}
