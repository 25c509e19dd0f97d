package io.dataflows.engine.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.items.read.ItemReading;
import io.dataflows.engine.items.write.ItemWriting;
import io.dataflows.engine.listing.ListQueryParser;
import io.dataflows.model.capability.ItemScope;
import io.dataflows.model.capability.ItemStore;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.query.Paging;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The collections, as operations of flows and the web reach them. */
public final class Items implements ItemStore {

    private final Schemas schemas;
    private final ItemReading reading;
    private final ItemWriting writing;
    private final ListQueryParser queries;

    public Items(Schemas schemas, ItemReading reading, ItemWriting writing, ListQueryParser queries) {
        this.schemas = schemas;
        this.reading = reading;
        this.writing = writing;
        this.queries = queries;
    }

    @Override
    public List<JsonNode> create(ItemScope scope, List<ObjectNode> items) {
        return writing.create(scope, items);
    }

    @Override
    public List<ObjectNode> read(ItemScope scope, ObjectNode query) {
        return objects(reading.list(scope, queries.parse(query)).data());
    }

    @Override
    public List<ObjectNode> read(ItemScope scope, List<JsonNode> keys, ObjectNode query) {
        return objects(reading.show(scope, keys, queries.parse(unlimited(query))));
    }

    @Override
    public List<JsonNode> update(ItemScope scope, List<JsonNode> keys, ObjectNode changes) {
        return writing.update(scope, keys, changes);
    }

    @Override
    public List<JsonNode> updateChosen(ItemScope scope, ObjectNode query, ObjectNode changes) {
        return writing.updateChosen(scope, queries.parse(query), changes);
    }

    @Override
    public List<JsonNode> updateEach(ItemScope scope, List<ObjectNode> items) {
        return writing.updateEach(scope, items);
    }

    @Override
    public List<JsonNode> delete(ItemScope scope, List<JsonNode> keys) {
        return writing.delete(scope, keys);
    }

    @Override
    public List<JsonNode> deleteChosen(ItemScope scope, ObjectNode query) {
        return writing.deleteChosen(scope, queries.parse(query));
    }

    @Override
    public List<JsonNode> readable(ItemScope scope, List<JsonNode> keys) {
        String name = schemas.current()
                .collection(scope.collection())
                .orElseThrow(() -> Refusals.forbiddenCollection(scope.collection()))
                .key()
                .name();
        ObjectNode query = unlimited(JsonNodeFactory.instance.objectNode().put("fields", name));
        Map<String, JsonNode> found = new HashMap<>();
        reading.show(scope, keys, queries.parse(query))
                .forEach(item -> found.put(item.path(name).asText(), item.path(name)));
        return keys.stream()
                .map(key -> found.get(key.asText()))
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<ObjectNode> objects(ArrayNode rows) {
        List<ObjectNode> objects = new ArrayList<>(rows.size());
        rows.forEach(row -> objects.add((ObjectNode) row));
        return objects;
    }

    private static ObjectNode unlimited(ObjectNode query) {
        return query.hasNonNull("limit") ? query : query.deepCopy().put("limit", Paging.ALL.limit());
    }
}
