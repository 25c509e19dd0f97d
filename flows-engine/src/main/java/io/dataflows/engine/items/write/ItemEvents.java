package io.dataflows.engine.items.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.event.HookEvent;
import io.dataflows.engine.event.Hooks;
import io.dataflows.model.error.Refusals;
import java.util.ArrayList;
import java.util.List;

/** Tells flows of writes: with the keys as they were sent, and before anything is checked. */
final class ItemEvents {

    private static final String CREATE = "create";
    private static final String UPDATE = "update";
    private static final String DELETE = "delete";
    private static final String KEYS = "keys";

    private final Hooks hooks;

    ItemEvents(Hooks hooks) {
        this.hooks = hooks;
    }

    /** What the filters leave of new items. What is no object any more is an item without anything. */
    List<ObjectNode> beforeCreate(WriteCall call, List<ObjectNode> items) {
        if (!hears(call, CREATE)) {
            return items;
        }
        return items.stream()
                .map(item -> object(before(call, CREATE, item, members(call))))
                .toList();
    }

    ObjectNode beforeUpdate(WriteCall call, List<JsonNode> keys, ObjectNode changes) {
        if (!hears(call, UPDATE)) {
            return changes;
        }
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        members.set(KEYS, list(keys));
        return object(before(call, UPDATE, changes, members.setAll(members(call))));
    }

    /** The keys of the items that are to go. */
    List<JsonNode> beforeDelete(WriteCall call, List<JsonNode> keys) {
        if (!hears(call, DELETE)) {
            return keys;
        }
        JsonNode left = before(call, DELETE, list(keys), members(call));
        if (!left.isArray()) {
            throw Refusals.invalidPayload("A flow left something else than a list of keys to delete");
        }
        List<JsonNode> chosen = new ArrayList<>();
        left.forEach(chosen::add);
        return chosen;
    }

    void afterCreate(WriteCall call, List<ObjectNode> sent, List<JsonNode> keys) {
        if (!tells(call, CREATE)) {
            return;
        }
        for (int i = 0; i < sent.size(); i++) {
            ObjectNode members = JsonNodeFactory.instance.objectNode();
            members.set("key", keys.get(i));
            after(call, CREATE, sent.get(i), members.setAll(members(call)));
        }
    }

    /** @param sorted in the order of their texts */
    void afterUpdate(WriteCall call, List<JsonNode> sorted, ObjectNode sent) {
        if (tells(call, UPDATE)) {
            ObjectNode members = JsonNodeFactory.instance.objectNode();
            members.set(KEYS, list(sorted));
            after(call, UPDATE, sent, members.setAll(members(call)));
        }
    }

    void afterDelete(WriteCall call, List<JsonNode> keys) {
        if (tells(call, DELETE)) {
            ObjectNode members = JsonNodeFactory.instance.objectNode();
            members.set(KEYS, list(keys));
            after(call, DELETE, list(keys), members.setAll(members(call)));
        }
    }

    private boolean hears(WriteCall call, String action) {
        return call.scope().emitEvents() && hooks.hearsBefore(call.collection().event(action));
    }

    private boolean tells(WriteCall call, String action) {
        return call.scope().emitEvents() && hooks.hearsAfter(call.collection().event(action));
    }

    private JsonNode before(WriteCall call, String action, JsonNode payload, ObjectNode members) {
        return hooks.before(event(call, action, payload.deepCopy(), members));
    }

    private void after(WriteCall call, String action, JsonNode payload, ObjectNode members) {
        hooks.after(event(call, action, payload, members));
    }

    private static HookEvent event(WriteCall call, String action, JsonNode payload, ObjectNode members) {
        String name = call.collection().event(action);
        return new HookEvent(
                name, payload, members, call.scope().authority(), call.scope().cause());
    }

    private static ObjectNode members(WriteCall call) {
        return JsonNodeFactory.instance.objectNode().put("collection", call.name());
    }

    private static ObjectNode object(JsonNode left) {
        return left instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    }

    private static ArrayNode list(List<JsonNode> keys) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        keys.forEach(list::add);
        return list;
    }
}
