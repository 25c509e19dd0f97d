package io.dataflows.engine.compile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.json.OptionConversion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a value breaks the schema of its option. A text with a template breaks nothing: what it becomes is known at run
 * time only.
 *
 * @param fact the end of a sentence that begins with the option
 */
record OptionBreach(String code, String fact, String hint) {

    static Optional<OptionBreach> of(JsonNode schema, JsonNode value) {
        if (isTemplate(value)) {
            return Optional.empty();
        } else if (!hasType(schema.path("type"), value) || !hasForm(schema, value)) {
            return Optional.of(type(schema, value));
        } else if (!isChoice(schema, value)) {
            return Optional.of(choice(schema));
        }
        return range(schema, value);
    }

    static boolean isTemplate(JsonNode value) {
        return value.isTextual() && value.textValue().contains("{{");
    }

    private static OptionBreach type(JsonNode schema, JsonNode value) {
        String wanted = schema.has("contentMediaType") ? "JSON" : noun(primary(schema));
        if (wanted.equals("text") && value.isTextual()) {
            return new OptionBreach("OPTION_FORMAT", "has a form that isn't allowed.", "Maybe it is misspelt.");
        }
        return new OptionBreach(
                "OPTION_TYPE",
                "is " + (value.isTextual() ? "text that doesn't become " : "not ") + wanted + '.',
                "Maybe write " + wanted + ", or a template such as {{ $last }}.");
    }

    private static String primary(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.path(0).asText() : type.asText();
    }

    private static String noun(String type) {
        return switch (type) {
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            case "array" -> "a list";
            case "object" -> "an object";
            default -> "text";
        };
    }

    private static boolean hasType(JsonNode types, JsonNode value) {
        if (types.isMissingNode()) {
            return true;
        } else if (types.isTextual()) {
            return isA(types.asText(), value);
        }
        for (JsonNode type : types) {
            if (isA(type.asText(), value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isA(String type, JsonNode value) {
        return switch (type) {
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> value.isNull();
        };
    }

    private static boolean hasForm(JsonNode schema, JsonNode value) {
        if (!value.isTextual()) {
            return true;
        } else if (schema.has("contentMediaType")) {
            return isJson(value);
        }
        String pattern = schema.path("pattern").asText();
        return pattern.isEmpty()
                || Pattern.compile(pattern).matcher(value.textValue()).find();
    }

    private static boolean isJson(JsonNode text) {
        try {
            OptionConversion.toObject(text);
            return true;
        } catch (JsonProcessingException noJson) {
            return false;
        }
    }

    private static boolean isChoice(JsonNode schema, JsonNode value) {
        boolean closed = schema.has("anyOf") && !schema.path("x-open").asBoolean();
        return !closed || choices(schema).contains(OptionConversion.toText(value));
    }

    private static OptionBreach choice(JsonNode schema) {
        return new OptionBreach(
                "OPTION_NOT_A_CHOICE",
                "is none of its choices.",
                "Maybe one of " + String.join(", ", choices(schema)) + '.');
    }

    private static List<String> choices(JsonNode schema) {
        List<String> choices = new ArrayList<>();
        for (JsonNode alternative : schema.path("anyOf")) {
            if (alternative.has("const")) {
                choices.add(OptionConversion.toText(alternative.path("const")));
            }
        }
        return choices;
    }

    private static Optional<OptionBreach> range(JsonNode schema, JsonNode value) {
        if (!value.isNumber()) {
            return Optional.empty();
        }
        double number = value.doubleValue();
        boolean low = schema.has("minimum") && number < schema.path("minimum").doubleValue()
                || schema.has("exclusiveMinimum")
                        && number <= schema.path("exclusiveMinimum").doubleValue();
        boolean high = schema.has("maximum") && number > schema.path("maximum").doubleValue()
                || schema.has("exclusiveMaximum")
                        && number >= schema.path("exclusiveMaximum").doubleValue();
        return low || high
                ? Optional.of(new OptionBreach(
                        "OPTION_RANGE",
                        "is too " + (low ? "small." : "large."),
                        "Maybe check the unit: " + Json.write(schema.path(low ? "minimum" : "maximum"))
                                + " is the limit."))
                : Optional.empty();
    }
}
