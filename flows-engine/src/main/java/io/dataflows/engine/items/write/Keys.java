package io.dataflows.engine.items.write;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.items.sql.ColumnValues;
import io.dataflows.engine.items.sql.UnfitValue;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.FieldSchema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Keys as somebody sent them, turned into what the column holds. */
final class Keys {

    private Keys() {}

    /** As the API shows them, each once. @throws io.dataflows.model.error.FlowsException FORBIDDEN for impossible ones */
    static List<JsonNode> asHeld(CollectionSchema collection, List<JsonNode> keys) {
        Set<JsonNode> held = new LinkedHashSet<>();
        for (JsonNode key : keys) {
            held.add(ColumnValues.toJson(collection.key(), column(collection, key)));
        }
        return new ArrayList<>(held);
    }

    static JsonNode asHeld(CollectionSchema collection, JsonNode key) {
        return ColumnValues.toJson(collection.key(), column(collection, key));
    }

    static Object column(CollectionSchema collection, JsonNode key) {
        FieldSchema field = collection.key();
        if (!key.isTextual() && !key.isNumber()) {
            throw Refusals.forbidden();
        }
        try {
            return Objects.requireNonNull(ColumnValues.toColumn(field, key));
        } catch (UnfitValue impossible) {
            throw Refusals.forbidden();
        }
    }

    static List<Object> columns(CollectionSchema collection, List<JsonNode> keys) {
        return keys.stream().map(key -> column(collection, key)).toList();
    }
}
