package io.dataflows.engine.items.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.items.ItemLookup;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.schema.RelationSchema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Items that are sent within other items: they are written with the same rights, by the same procedures. */
final class RelatedItems {

    private final ItemProcedures procedures;
    private final ItemLookup lookup;
    private final ItemList lists;

    RelatedItems(ItemProcedures procedures, ItemLookup lookup) {
        this.procedures = procedures;
        this.lookup = lookup;
        this.lists = new ItemList(procedures, lookup);
    }

    /** A copy in which the items that it leads to are written, and stand as their keys. */
    ObjectNode withKeys(WriteCall call, ObjectNode item) throws SQLException {
        ObjectNode copy = item.objectNode();
        for (Map.Entry<String, JsonNode> member : item.properties()) {
            Optional<RelationSchema> relation = call.schema().toOne(call.name(), member.getKey());
            boolean within = relation.isPresent() && member.getValue().isObject();
            copy.set(
                    member.getKey(),
                    within ? save(call.on(relation.get().one()), (ObjectNode) member.getValue()) : member.getValue());
        }
        return copy;
    }

    /** Writes the items that lead to this one. */
    void write(WriteCall call, JsonNode key, ObjectNode item) throws SQLException {
        for (Map.Entry<String, JsonNode> member : item.properties()) {
            RelationSchema relation =
                    call.schema().toMany(call.name(), member.getKey()).orElse(null);
            JsonNode sent = member.getValue();
            if (relation == null || sent.isNull()) {
                continue;
            }
            WriteCall there = call.on(relation.many());
            if (sent.isArray()) {
                lists.replace(there, relation, key, elements(sent, member.getKey()));
            } else if (sent.isObject()) {
                lists.change(there, relation, key, (ObjectNode) sent);
            } else {
                throw Refusals.invalidPayload("\"" + member.getKey() + "\" must be a list of items");
            }
        }
    }

    static List<JsonNode> elements(JsonNode list, String name) {
        if (!list.isArray() && !list.isMissingNode() && !list.isNull()) {
            throw Refusals.invalidPayload("\"" + name + "\" must be a list of items");
        }
        List<JsonNode> elements = new ArrayList<>();
        list.forEach(elements::add);
        return elements;
    }

    /** Changes the item where there is one of its key, otherwise makes it. */
    private JsonNode save(WriteCall there, ObjectNode item) throws SQLException {
        ObjectNode changes = item.deepCopy();
        String name = there.collection().key().name();
        JsonNode sent = changes.get(name);
        if (sent == null || sent.isNull()) {
            return procedures.create(there, List.of(changes)).get(0);
        }
        JsonNode key = Keys.asHeld(there.collection(), sent);
        if (lookup.rows(there.connection(), there.collection(), List.of(key), false)
                .isEmpty()) {
            return procedures.create(there, List.of(changes)).get(0);
        }
        changes.remove(name);
        if (!changes.isEmpty()) {
            procedures.update(there, List.of(key), changes);
        }
        return key;
    }
}
