package io.dataflows.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.json.Json;
import java.util.UUID;

/** A flow with a webhook whose steps follow one another on their resolve edges, as a client would post it. */
final class FlowDraft {

    private final String id = UUID.randomUUID().toString();
    private final ObjectNode flow = Json.object();
    private final ArrayNode operations;

    private FlowDraft(String name) {
        flow.put("id", id).put("name", name).put("trigger", "webhook").put("accountability", "all");
        flow.putObject("options").put("method", "POST").put("return", "$last");
        operations = flow.putArray("operations");
    }

    static FlowDraft named(String name) {
        return new FlowDraft(name);
    }

    /** As many transform steps as told; the last one answers its number and the body's {@code n}. */
    static FlowDraft ofLength(int steps) {
        FlowDraft draft = named("Length " + steps);
        for (int step = 1; step <= steps; step++) {
            draft.then("step_" + step, "transform", "{\"json\":{\"step\":" + step + ",\"n\":\"{{$trigger.body.n}}\"}}");
        }
        return draft;
    }

    /** Adds a step after the one before. */
    FlowDraft then(String key, String type, String options) {
        String step = UUID.randomUUID().toString();
        if (operations.isEmpty()) {
            flow.put("operation", step);
        } else {
            ((ObjectNode) operations.get(operations.size() - 1)).put("resolve", step);
        }
        operations
                .addObject()
                .put("id", step)
                .put("key", key)
                .put("type", type)
                .put("position_x", 19 + 18 * operations.size())
                .put("position_y", 1)
                .set("options", read(options));
        return this;
    }

    String id() {
        return id;
    }

    String webhook() {
        return "/flows/trigger/" + id;
    }

    /** The runs of this flow, newest first. */
    String runs() {
        return "/runs?sort=-number&filter[flow][_eq]=" + id;
    }

    String json() {
        return Json.write(flow);
    }

    private static JsonNode read(String json) {
        try {
            return Json.read(json);
        } catch (java.io.IOException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
