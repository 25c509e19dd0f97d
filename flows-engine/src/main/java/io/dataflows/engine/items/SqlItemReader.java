package io.dataflows.engine.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.items.read.ItemReading;
import io.dataflows.model.capability.ItemScope;
import io.dataflows.model.query.ListQuery;
import java.util.ArrayList;
import java.util.List;

/** Items as lists, as operations take them. */
public record SqlItemReader(ItemReading reading) implements ItemReader {

    @Override
    public List<ObjectNode> list(ItemScope scope, ListQuery query) {
        return objects(reading.list(scope, query).data());
    }

    @Override
    public List<ObjectNode> show(ItemScope scope, List<JsonNode> keys, ListQuery query) {
        return objects(reading.show(scope, keys, query));
    }

    private static List<ObjectNode> objects(ArrayNode rows) {
        List<ObjectNode> objects = new ArrayList<>(rows.size());
        rows.forEach(row -> objects.add((ObjectNode) row));
        return objects;
    }
}
