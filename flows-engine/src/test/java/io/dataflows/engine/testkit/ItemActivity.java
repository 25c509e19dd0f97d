package io.dataflows.engine.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.capability.ItemScope;
import io.dataflows.model.trigger.Accountability;
import java.time.Clock;

/** Tells who changed which item. */
record ItemActivity(ItemTables tables, Clock clock) {

    static final String COLLECTION = "directus_activity";

    /** Gives the key back. */
    JsonNode tell(ItemScope scope, String action, JsonNode key) {
        Accountability who = scope.authority().accountability();
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("action", action);
        row.put("user", who == null || who.user() == null ? null : who.user().toString());
        row.put("collection", scope.collection());
        row.put("item", key.asText());
        row.put("timestamp", clock.instant().toString());
        tables.find(COLLECTION).ifPresent(table -> table.insert(row));
        return key;
    }
}
