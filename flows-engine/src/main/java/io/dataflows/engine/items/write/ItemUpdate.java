package io.dataflows.engine.items.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.access.Grant;
import io.dataflows.engine.audit.Change;
import io.dataflows.model.access.Action;
import io.dataflows.model.error.Fault;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Makes the same changes to several items. A key is never changed: a new one is passed over. */
final class ItemUpdate {

    private final WritingParts parts;
    private final RelatedItems related;
    private final PermittedItems permitted;

    ItemUpdate(WritingParts parts, RelatedItems related) {
        this.parts = parts;
        this.related = related;
        this.permitted = new PermittedItems(parts.lookup());
    }

    /** @return the keys as they were given, in the order of their texts */
    List<JsonNode> update(WriteCall call, List<JsonNode> given, ObjectNode changes) throws SQLException {
        ObjectNode sent = parts.events().beforeUpdate(call, given, changes);
        SentFields.require(call, Action.UPDATE);
        ObjectNode allowed = SentFields.of(call, Action.UPDATE, sent);
        List<JsonNode> keys = Keys.asHeld(call.collection(), given);
        permitted.requireForUpdate(call, keys, sent);
        apply(call, keys, parts.rules(call).beforeUpdate(call.scope(), keys, allowed), sent);
        parts.rules(call).afterChange(call.scope(), keys);
        List<JsonNode> sorted =
                given.stream().sorted(Comparator.comparing(JsonNode::asText)).toList();
        parts.events().afterUpdate(call, sorted, sent);
        return sorted;
    }

    private void apply(WriteCall call, List<JsonNode> keys, ObjectNode fields, ObjectNode sent) throws SQLException {
        Obligations.refuse(Obligations.ofChanges(call.collection(), fields));
        ObjectNode changes = related.withKeys(call, fields);
        changes.remove(call.collection().key().name());
        parts.specials().completeChanged(call, changes);
        Row row = Row.of(call.collection(), changes);
        Map<String, ObjectNode> after = after(call, keys, row);
        refuseUnlessValid(call, after);
        RowStatements.update(call, keys, row);
        for (JsonNode key : keys) {
            related.write(call, key, fields);
        }
        remember(call, keys, after, sent);
    }

    /** The items as they will be, by the text of their keys; none where nobody wants to know. */
    private Map<String, ObjectNode> after(WriteCall call, List<JsonNode> keys, Row row) throws SQLException {
        if (!ItemChanges.keepsItems(call) && !Obligations.areIn(call.grants(Action.UPDATE))) {
            return Map.of();
        }
        Map<String, ObjectNode> items = parts.lookup().rows(call.connection(), call.collection(), keys, true);
        ObjectNode shown = row.shown();
        items.values().forEach(item -> item.setAll(shown));
        return items;
    }

    private static void refuseUnlessValid(WriteCall call, Map<String, ObjectNode> items) {
        List<Grant> grants = call.grants(Action.UPDATE);
        List<Fault> faults = new ArrayList<>();
        items.values().forEach(item -> faults.addAll(Obligations.ofGrants(grants, item)));
        Obligations.refuse(faults.stream().distinct().toList());
    }

    private void remember(WriteCall call, List<JsonNode> keys, Map<String, ObjectNode> after, ObjectNode sent) {
        List<Change> changes = new ArrayList<>(keys.size());
        for (JsonNode key : keys) {
            ObjectNode item = after.get(key.asText());
            if (item != null || !ItemChanges.keepsItems(call)) {
                changes.add(ItemChanges.change(call, "update", key, item, sent));
            }
        }
        parts.changes().remember(call, changes);
    }
}
