package io.dataflows.engine.items.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.items.ItemLookup;
import io.dataflows.model.access.Action;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.schema.RelationSchema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The items that lead to one other item, as that item lists them. */
final class ItemList {

    private final ItemProcedures procedures;
    private final ItemLookup lookup;

    ItemList(ItemProcedures procedures, ItemLookup lookup) {
        this.procedures = procedures;
        this.lookup = lookup;
    }

    /** The list is to have these items and no others. */
    void replace(WriteCall there, RelationSchema relation, JsonNode target, List<JsonNode> sent) throws SQLException {
        Set<JsonNode> leaving = current(there, relation, target);
        leaving.removeAll(put(there, relation, target, sent));
        takeOut(there, relation, new ArrayList<>(leaving));
    }

    /** @param sent {@code create} and {@code update} with items, {@code delete} with keys of items that are listed */
    void change(WriteCall there, RelationSchema relation, JsonNode target, ObjectNode sent) throws SQLException {
        put(there, relation, target, RelatedItems.elements(sent.path("create"), "create"));
        put(there, relation, target, RelatedItems.elements(sent.path("update"), "update"));
        List<JsonNode> leaving = Keys.asHeld(there.collection(), RelatedItems.elements(sent.path("delete"), "delete"));
        leaving.retainAll(current(there, relation, target));
        takeOut(there, relation, leaving);
    }

    private static Set<JsonNode> current(WriteCall there, RelationSchema relation, JsonNode target)
            throws SQLException {
        return new LinkedHashSet<>(LeadingItems.of(there, relation, List.of(target)));
    }

    /** Puts items on the list: new ones, changed ones, and those of which only the key is given. */
    private List<JsonNode> put(WriteCall there, RelationSchema relation, JsonNode target, List<JsonNode> sent)
            throws SQLException {
        Set<JsonNode> listed = sent.isEmpty() ? Set.of() : current(there, relation, target);
        List<JsonNode> keys = new ArrayList<>();
        List<ObjectNode> added = new ArrayList<>();
        for (JsonNode element : sent) {
            ObjectNode changes = changes(there, element);
            JsonNode key = changes.remove(there.collection().key().name());
            if (key == null || key.isNull()) {
                changes.set(relation.manyField(), target);
                added.add(changes);
            } else {
                keys.add(change(there, relation, target, key, changes, listed));
            }
        }
        keys.addAll(added.isEmpty() ? List.of() : procedures.create(there, added));
        return keys;
    }

    private JsonNode change(
            WriteCall there,
            RelationSchema relation,
            JsonNode target,
            JsonNode sent,
            ObjectNode changes,
            Set<JsonNode> listed)
            throws SQLException {
        JsonNode key = Keys.asHeld(there.collection(), sent);
        boolean exists = listed.contains(key)
                || !lookup.rows(there.connection(), there.collection(), List.of(key), false)
                        .isEmpty();
        if (!listed.contains(key)) {
            changes.set(relation.manyField(), target);
        }
        if (exists && !changes.isEmpty()) {
            procedures.update(there, List.of(key), changes);
        } else if (!exists) {
            changes.set(there.collection().key().name(), key);
            procedures.create(there, List.of(changes));
        }
        return key;
    }

    /** What is sent for an item: the item, or its key alone. */
    private static ObjectNode changes(WriteCall there, JsonNode element) {
        if (element instanceof ObjectNode item) {
            return item.deepCopy();
        }
        if (!element.isTextual() && !element.isNumber()) {
            throw Refusals.invalidPayload("Items in a list must be objects or keys");
        }
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.set(there.collection().key().name(), element);
        return item;
    }

    /** They lead nowhere then, or go where they have to lead somewhere. Items that nobody showed stay as they are. */
    private void takeOut(WriteCall there, RelationSchema relation, List<JsonNode> keys) throws SQLException {
        List<JsonNode> seen = there.isUnrestricted() || keys.isEmpty()
                ? keys
                : lookup.permitted(there.connection(), there.collection(), keys, Action.READ, there.rights());
        if (seen.isEmpty()) {
            return;
        }
        if (LeadingItems.holder(there.collection(), relation).nullable()) {
            ObjectNode nowhere = JsonNodeFactory.instance.objectNode();
            procedures.update(there, seen, nowhere.putNull(relation.manyField()));
        } else {
            procedures.delete(there, seen);
        }
    }
}
