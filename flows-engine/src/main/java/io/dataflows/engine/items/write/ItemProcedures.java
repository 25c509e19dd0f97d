package io.dataflows.engine.items.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.List;

/** The three kinds of writes inside an open transaction; items within items go through them too. */
final class ItemProcedures {

    private final ItemCreation creation;
    private final ItemUpdate update;
    private final ItemDeletion deletion;

    ItemProcedures(WritingParts parts) {
        RelatedItems related = new RelatedItems(this, parts.lookup());
        this.creation = new ItemCreation(parts, related);
        this.update = new ItemUpdate(parts, related);
        this.deletion = new ItemDeletion(parts);
    }

    List<JsonNode> create(WriteCall call, List<ObjectNode> items) throws SQLException {
        return creation.create(call, items);
    }

    List<JsonNode> update(WriteCall call, List<JsonNode> keys, ObjectNode changes) throws SQLException {
        return update.update(call, keys, changes);
    }

    List<JsonNode> delete(WriteCall call, List<JsonNode> keys) throws SQLException {
        return deletion.delete(call, keys);
    }
}
