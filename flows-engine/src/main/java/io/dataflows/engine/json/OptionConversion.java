package io.dataflows.engine.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Turns an option's value into the form that an operation asks for. */
public final class OptionConversion {

    private OptionConversion() {}

    /**
     * Text is read as JSON; members named {@code __proto__} are dropped from it. Other values stay as they are.
     *
     * @throws JsonProcessingException when the text isn't JSON
     */
    public static JsonNode toObject(JsonNode value) throws JsonProcessingException {
        if (!value.isTextual()) {
            return value;
        }
        JsonNode parsed = Json.read(value.textValue());
        if (parsed.isMissingNode()) {
            throw new JsonParseException(null, "Unexpected end of JSON input");
        }
        dropProto(parsed);
        return parsed;
    }

    /** Objects, lists and null become JSON; text, numbers and booleans their plain text. */
    public static String toText(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        return value.isNumber() ? JavaScriptNumber.text(value) : Json.write(value);
    }

    /** Text is split at commas, without trimming; a list stays; any other value becomes a list of one. */
    public static ArrayNode toList(JsonNode value) {
        if (value instanceof ArrayNode list) {
            return list;
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        if (value.isTextual()) {
            for (String part : value.textValue().split(",", -1)) {
                list.add(part);
            }
            return list;
        }
        return list.add(value);
    }

    private static void dropProto(JsonNode value) {
        if (value instanceof ObjectNode object) {
            object.remove("__proto__");
        }
        for (JsonNode child : value) {
            dropProto(child);
        }
    }
}
