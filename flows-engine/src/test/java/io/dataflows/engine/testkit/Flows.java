package io.dataflows.engine.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Drafts of flows in a short form: {@code {name, trigger, options, …, start, operations:{key:{type, options, resolve,
 * reject}}}}, where paths name keys.
 */
public final class Flows {

    private Flows() {}

    /** A draft out of {@code flows/<path>} of the test resources. */
    public static ObjectNode flow(String path) {
        try (InputStream stream = Flows.class.getResourceAsStream("/flows/" + path)) {
            return draft(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A draft as the library takes it, with fresh ids. */
    public static ObjectNode draft(String text) {
        ObjectNode shortForm = (ObjectNode) json(text);
        ObjectNode draft = Json.object();
        UUID flow = UUID.randomUUID();
        draft.put("id", flow.toString());
        draft.put("name", "flow");
        draft.put("trigger", "webhook");
        draft.set("options", json("{\"method\": \"POST\"}"));
        shortForm.properties().forEach(member -> draft.set(member.getKey(), member.getValue()));
        Map<String, UUID> ids = new HashMap<>();
        JsonNode operations = shortForm.path("operations");
        operations.fieldNames().forEachRemaining(key -> ids.put(key, UUID.randomUUID()));
        var steps = draft.putArray("operations");
        operations.properties().forEach(step -> steps.add(step(step.getKey(), step.getValue(), ids)));
        JsonNode start = shortForm.path("start");
        if (start.isTextual()) {
            draft.put("operation", ids.get(start.asText()).toString());
        } else if (operations.fieldNames().hasNext()) {
            draft.put("operation", ids.get(operations.fieldNames().next()).toString());
        }
        return draft;
    }

    public static JsonNode json(String text) {
        try {
            return Json.read(text);
        } catch (JsonProcessingException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    private static ObjectNode step(String key, JsonNode shortForm, Map<String, UUID> ids) {
        ObjectNode step = Json.object();
        step.put("id", ids.get(key).toString());
        step.put("key", key);
        step.set("type", shortForm.get("type"));
        step.set("options", shortForm.get("options"));
        step.put("position_x", 19);
        step.put("position_y", 1);
        for (String edge : new String[] {"resolve", "reject"}) {
            if (shortForm.path(edge).isTextual()) {
                step.put(edge, ids.get(shortForm.path(edge).asText()).toString());
            }
        }
        return step;
    }
}
