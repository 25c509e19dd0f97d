package io.dataflows.engine.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** One recorded flow with one call of it. */
public record RecordedCase(String name, String group, JsonNode json) {

    private static final String TARGET = "127.0.0.1:18099";

    static RecordedCase of(JsonNode json) {
        return new RecordedCase(json.path("name").asText(), json.path("group").asText(), json);
    }

    /** The flow as a client saves it, under this id. */
    ObjectNode draft(UUID id, Placeholders known) {
        return draft(id, json.path("flow"), json.path("start"), json.path("operations"), known);
    }

    /** The second flow, if the case has one. */
    ObjectNode otherDraft(UUID id, Placeholders known) {
        JsonNode other = json.path("otherFlow");
        return draft(id, other, other.path("start"), other.path("ops"), known);
    }

    boolean hasOtherFlow() {
        return json.path("otherFlow").isObject();
    }

    /** The placeholder that the first flow names the second one by, for example {@code <flow:echo>}. */
    String otherFlowPlaceholder() {
        return json.path("operations").path("a").path("options").path("flow").asText();
    }

    /** A flow in the cases' short form as a client saves it; operations name each other by key. */
    public static ObjectNode draft(UUID id, JsonNode flow, JsonNode start, JsonNode operations, Placeholders known) {
        ObjectNode draft = flow.deepCopy();
        draft.remove("start");
        draft.remove("ops");
        draft.put("id", id.toString());
        draft.put("name", "recorded");
        Map<String, UUID> ids = new HashMap<>();
        operations.fieldNames().forEachRemaining(key -> ids.put(key, UUID.randomUUID()));
        if (start.isTextual()) {
            draft.put("operation", ids.get(start.asText()).toString());
        }
        var steps = draft.putArray("operations");
        operations.properties().forEach(step -> steps.add(step(step.getKey(), step.getValue(), ids, known)));
        return draft;
    }

    private static ObjectNode step(String key, JsonNode recorded, Map<String, UUID> ids, Placeholders known) {
        ObjectNode step = JsonNodeFactory.instance.objectNode();
        step.put("id", ids.get(key).toString());
        step.put("key", key);
        step.set("type", recorded.get("type"));
        step.set("options", known.filledIn(recorded.path("options"), TARGET));
        step.put("position_x", 19);
        step.put("position_y", 1);
        for (String edge : new String[] {"resolve", "reject"}) {
            if (recorded.path(edge).isTextual()) {
                step.put(edge, ids.get(recorded.path(edge).asText()).toString());
            }
        }
        return step;
    }
}
