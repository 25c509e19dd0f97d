package io.dataflows.engine.script;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.json.Json;
import io.dataflows.model.error.ErrorCode;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultKind;
import io.dataflows.model.error.FaultNode;
import io.dataflows.model.operation.Outcome;

/** Reads what the prelude answers: one letter, then JSON. */
final class ScriptAnswer {

    private ScriptAnswer() {}

    /** @param text empty when the script's promise is still open */
    static Outcome read(String text) {
        if (text.isEmpty()) {
            return ScriptFaults.neverSettles();
        }
        try {
            JsonNode value = Json.read(text.substring(1));
            return switch (text.charAt(0)) {
                case 'v' -> new Outcome.Resolved(value);
                case 'w' -> new Outcome.Resolved(withErrors(value));
                case 't' -> new Outcome.Rejected(thrown(value));
                default -> new Outcome.Rejected(error(value, ""));
            };
        } catch (JsonProcessingException beyondLimits) {
            return ScriptFaults.tooDeep();
        }
    }

    /** Like {@link #read} for an error of the parser, which says where it stopped. */
    static Outcome readSyntaxError(String text, String place) {
        try {
            return new Outcome.Rejected(error(Json.read(text.substring(1)), place));
        } catch (JsonProcessingException beyondLimits) {
            return ScriptFaults.tooDeep();
        }
    }

    private static Fault error(JsonNode error, String place) {
        String message = error.path("message").asText() + place;
        return Fault.ofPlainError(error.path("name").asText(), FaultKind.USER, message);
    }

    /** Text that is JSON counts as the value that it says. */
    private static Fault thrown(JsonNode value) {
        String code = ErrorCode.INTERNAL_SERVER_ERROR.name();
        int status = ErrorCode.INTERNAL_SERVER_ERROR.status();
        ObjectNode none = Json.object();
        return new Fault(code, FaultKind.USER, status, value.asText(), null, none, parsed(value), java.util.List.of());
    }

    private static JsonNode parsed(JsonNode value) {
        if (!value.isTextual()) {
            return value;
        }
        try {
            JsonNode parsed = Json.read(value.textValue());
            return parsed.isMissingNode() ? value : parsed;
        } catch (JsonProcessingException noJson) {
            return value;
        }
    }

    private static JsonNode withErrors(JsonNode answer) {
        JsonNode value = answer.path("value");
        for (JsonNode error : answer.path("errors")) {
            FaultNode node = FaultNode.ofValue(
                    error.path("name").asText(),
                    error.path("message").asText(),
                    error.path("stack").asText());
            value = placed(value, error.path("at"), node);
        }
        return value;
    }

    private static JsonNode placed(JsonNode root, JsonNode at, FaultNode error) {
        if (at.isEmpty()) {
            return error;
        }
        JsonNode place = root;
        for (int index = 0; index < at.size() - 1; index++) {
            place = member(place, at.get(index));
        }
        JsonNode last = at.get(at.size() - 1);
        if (place instanceof ObjectNode object) {
            object.set(last.asText(), error);
        } else if (place instanceof ArrayNode list) {
            list.set(last.asInt(), error);
        }
        return root;
    }

    private static JsonNode member(JsonNode container, JsonNode name) {
        JsonNode found = name.isNumber() ? container.get(name.asInt()) : container.get(name.asText());
        return found == null ? NullNode.getInstance() : found;
    }
}
