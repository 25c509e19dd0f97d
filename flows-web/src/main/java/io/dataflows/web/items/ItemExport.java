package io.dataflows.web.items;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dataflows.engine.ItemLibrary;
import io.dataflows.model.query.ListQuery;
import io.dataflows.model.trigger.Accountability;
import io.dataflows.web.collection.Export;
import jakarta.ws.rs.core.Response;

/** Gives the items that a query chooses as a file. */
final class ItemExport {
    private ItemExport() {}

    static Response of(String format, String collection, ListQuery query, ItemLibrary items, Accountability who) {
        Export.check(format);
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        items.export(collection, query, who, rows::add);
        return Export.of(format, rows, collection);
    }
}
