package io.dataflows.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.items.Schemas;
import io.dataflows.engine.items.read.ItemReading;
import io.dataflows.engine.items.write.ItemWriting;
import io.dataflows.model.capability.ItemScope;
import io.dataflows.model.query.ListQuery;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.trigger.Accountability;
import io.dataflows.model.trigger.Authority;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads and changes the items of collections on somebody's account; flows that wait for events of the items hear of it.
 * What can't be done is told by a {@link io.dataflows.model.error.FlowsException}, and then nothing has changed.
 */
public final class ItemLibrary {

    private final Schemas schemas;
    private final ItemReading reading;
    private final ItemWriting writing;

    public ItemLibrary(Schemas schemas, ItemReading reading, ItemWriting writing) {
        this.schemas = schemas;
        this.reading = reading;
        this.writing = writing;
    }

    /** Whether the collection has one item only; an unknown one hasn't. */
    public boolean isSingleton(String collection) {
        return schemas.current()
                .collection(collection)
                .filter(CollectionSchema::isSingleton)
                .isPresent();
    }

    /** {@code {data, meta?}} of the items that the query chooses. */
    public ObjectNode list(String collection, ListQuery query, Accountability who) {
        var page = reading.list(scope(collection, who), query);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("data", page.data());
        if (page.meta() != null) {
            answer.set("meta", page.meta());
        }
        return answer;
    }

    /** Hands the items that the query chooses on, one by one. */
    public void export(String collection, ListQuery query, Accountability who, Consumer<ObjectNode> sink) {
        reading.export(scope(collection, who), query, sink);
    }

    public Optional<ObjectNode> one(String collection, JsonNode key, ListQuery query, Accountability who) {
        return reading.one(scope(collection, who), key, query);
    }

    /** Those of the items that may be read, with the fields that the query names. */
    public ArrayNode show(String collection, List<JsonNode> keys, ListQuery query, Accountability who) {
        return reading.show(scope(collection, who), keys, query);
    }

    /** @return the keys, in the order of the items */
    public List<JsonNode> create(String collection, List<ObjectNode> items, Accountability who) {
        return writing.create(scope(collection, who), items);
    }

    /** @return the keys */
    public List<JsonNode> update(String collection, List<JsonNode> keys, ObjectNode changes, Accountability who) {
        return writing.update(scope(collection, who), keys, changes);
    }

    /** @return the keys of the items that the query chose */
    public List<JsonNode> updateChosen(String collection, ListQuery query, ObjectNode changes, Accountability who) {
        return writing.updateChosen(scope(collection, who), query, changes);
    }

    /** @param items each with its key */
    public List<JsonNode> updateEach(String collection, List<ObjectNode> items, Accountability who) {
        return writing.updateEach(scope(collection, who), items);
    }

    public void delete(String collection, List<JsonNode> keys, Accountability who) {
        writing.delete(scope(collection, who), keys);
    }

    public void deleteChosen(String collection, ListQuery query, Accountability who) {
        writing.deleteChosen(scope(collection, who), query);
    }

    private static ItemScope scope(String collection, Accountability who) {
        return new ItemScope(new Authority.Caller(who), collection, true);
    }
}
