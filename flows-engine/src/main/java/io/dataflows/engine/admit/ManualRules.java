package io.dataflows.engine.admit;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.model.flow.TriggerDefinition;
import io.dataflows.model.trigger.WebhookCall;

/** Who may start a manual flow, and on what. */
final class ManualRules {

    private ManualRules() {}

    /** Only administrators so far: nobody else holds a right on any collection. */
    static boolean allow(TriggerDefinition.Manual manual, WebhookCall call) {
        JsonNode collection = call.body().path("collection");
        return call.method().equals("POST")
                && call.accountability().admin()
                && collection.isTextual()
                && manual.collections().contains(collection.textValue())
                && (!manual.requireSelection() || hasSelection(call.body()));
    }

    private static boolean hasSelection(JsonNode body) {
        JsonNode keys = body.path("keys");
        return keys.isArray() && !keys.isEmpty();
    }
}
