package io.dataflows.engine.items.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.error.RecordFaults;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.RelationSchema;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Does with items that lead to deleted ones what their relations say, where the database doesn't do it itself. */
final class Dependents {

    /** What goes anyway, so that circles of items end. */
    private final Set<String> going = new HashSet<>();

    private Dependents() {}

    /** To be called before the items with these keys are deleted. */
    static void settle(WriteCall call, List<JsonNode> keys) throws SQLException {
        new Dependents().settleAll(call, keys);
    }

    private void settleAll(WriteCall call, List<JsonNode> keys) throws SQLException {
        keys.forEach(key -> going.add(name(call, key)));
        for (RelationSchema relation : call.schema().relations()) {
            CollectionSchema many = call.schema().collection(relation.many()).orElse(null);
            if (relation.one().equals(call.name()) && !relation.foreignKey() && many != null) {
                settle(call, call.along(many), relation, keys);
            }
        }
    }

    private void settle(WriteCall call, WriteCall there, RelationSchema relation, List<JsonNode> keys)
            throws SQLException {
        List<JsonNode> items = LeadingItems.of(there, relation, keys).stream()
                .filter(item -> !going.contains(name(there, item)))
                .toList();
        if (items.isEmpty()) {
            return;
        }
        switch (relation.onDelete()) {
            case CASCADE -> {
                settleAll(there, items);
                RowStatements.delete(there, items);
            }
            case SET_NULL -> lead(there, relation, items, NullNode.getInstance());
            case SET_DEFAULT -> lead(there, relation, items, initial(there, relation));
            case NO_ACTION, RESTRICT ->
                throw new FlowsException(RecordFaults.noSuchTarget(
                        call.name(), call.collection().key().name(), keys.get(0).asText()));
        }
    }

    private static JsonNode initial(WriteCall there, RelationSchema relation) {
        JsonNode value = LeadingItems.holder(there.collection(), relation).defaultValue();
        return Objects.requireNonNullElse(value, NullNode.getInstance());
    }

    private static void lead(WriteCall there, RelationSchema relation, List<JsonNode> items, JsonNode target)
            throws SQLException {
        var change = JsonNodeFactory.instance.objectNode();
        change.set(relation.manyField(), target);
        RowStatements.update(there, items, Row.of(there.collection(), change));
    }

    private static String name(WriteCall call, JsonNode key) {
        return call.name() + '\n' + key.asText();
    }
}
