package io.dataflows.engine.items.write;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.audit.Change;
import io.dataflows.model.access.Action;
import java.sql.SQLException;
import java.util.List;

/** Deletes items, and does with those that lead to them what their relations say. */
final class ItemDeletion {

    private final WritingParts parts;
    private final PermittedItems permitted;

    ItemDeletion(WritingParts parts) {
        this.parts = parts;
        this.permitted = new PermittedItems(parts.lookup());
    }

    /** @return the keys as they were given, or as a flow gave them */
    List<JsonNode> delete(WriteCall call, List<JsonNode> given) throws SQLException {
        List<JsonNode> chosen = parts.events().beforeDelete(call, given);
        SentFields.require(call, Action.DELETE);
        List<JsonNode> keys = Keys.asHeld(call.collection(), chosen);
        permitted.requireForDelete(call, keys);
        if (keys.isEmpty()) {
            return chosen;
        }
        parts.rules(call).beforeDelete(call.scope(), keys);
        Dependents.settle(call, keys);
        RowStatements.delete(call, keys);
        List<Change> changes = keys.stream()
                .map(key -> ItemChanges.change(call, "delete", key, null, null))
                .toList();
        parts.changes().remember(call, changes);
        parts.rules(call).afterChange(call.scope(), keys);
        parts.events().afterDelete(call, chosen);
        return chosen;
    }
}
