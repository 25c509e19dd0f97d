package io.dataflows.engine.items.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.items.ItemLookup;
import java.sql.SQLException;

/** Items that are sent within other items. */
final class RelatedItems {

    private final ItemProcedures procedures;
    private final ItemLookup lookup;

    RelatedItems(ItemProcedures procedures, ItemLookup lookup) {
        this.procedures = procedures;
        this.lookup = lookup;
    }

    /** A copy in which items are written, and stand as their keys. */
    ObjectNode withKeys(WriteCall call, ObjectNode item) throws SQLException {
        ObjectNode copy = item.objectNode();
        copy.setAll(item);
        return copy;
    }

    void write(WriteCall call, JsonNode key, ObjectNode item) throws SQLException {}
}
