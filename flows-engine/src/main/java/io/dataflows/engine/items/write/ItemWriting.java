package io.dataflows.engine.items.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.access.RightsSource;
import io.dataflows.engine.audit.Audit;
import io.dataflows.engine.event.Hooks;
import io.dataflows.engine.items.CollectionRules;
import io.dataflows.engine.items.ItemLookup;
import io.dataflows.engine.items.Schemas;
import io.dataflows.engine.sql.Sql;
import io.dataflows.model.access.Action;
import io.dataflows.model.capability.ItemScope;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.query.ListQuery;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.Schema;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Changes the items of collections. Each call is one transaction, or a part of the one that is open, and leaves nothing
 * behind when it throws a {@link io.dataflows.model.error.FlowsException}.
 */
public final class ItemWriting {

    private final Sql sql;
    private final Schemas schemas;
    private final RightsSource rights;
    private final ItemLookup lookup;
    private final ItemProcedures procedures;

    /**
     * @param rules what the platform's own collections demand, by the collection's name
     * @param ids new keys
     * @param hasher what is kept of values that are hashed
     */
    public ItemWriting(
            Sql sql,
            Schemas schemas,
            RightsSource rights,
            ItemLookup lookup,
            Hooks hooks,
            Audit audit,
            Function<String, CollectionRules> rules,
            Clock clock,
            Supplier<UUID> ids,
            UnaryOperator<String> hasher) {
        this.sql = sql;
        this.schemas = schemas;
        this.rights = rights;
        this.lookup = lookup;
        this.procedures = new ItemProcedures(new WritingParts(
                lookup, new ItemEvents(hooks), new ItemChanges(audit), new SpecialValues(clock, ids, hasher), rules));
    }

    /** Stores new items; gives their keys in the same order. */
    public List<JsonNode> create(ItemScope scope, List<ObjectNode> items) {
        return together(scope, call -> procedures.create(call, items));
    }

    /** Makes the same changes to each of these items; gives the keys in the order of their texts. */
    public List<JsonNode> update(ItemScope scope, List<JsonNode> keys, ObjectNode changes) {
        return together(scope, call -> procedures.update(call, keys, changes));
    }

    /** The same for all items that a query chooses among those that may be read. */
    public List<JsonNode> updateChosen(ItemScope scope, ListQuery query, ObjectNode changes) {
        return together(scope, call -> {
            List<JsonNode> keys = chosen(call, Action.UPDATE, query);
            return keys.isEmpty() ? keys : procedures.update(call, keys, changes);
        });
    }

    /** Makes different changes to several items, each of which names its key; gives the keys. */
    public List<JsonNode> updateEach(ItemScope scope, List<ObjectNode> items) {
        return together(scope, call -> {
            String name = call.collection().key().name();
            List<JsonNode> keys = new ArrayList<>(items.size());
            for (ObjectNode item : items) {
                ObjectNode changes = item.deepCopy();
                JsonNode key = changes.remove(name);
                if (key == null || key.isNull() || key.asText(" ").isEmpty()) {
                    throw Refusals.invalidPayload("Item in update misses primary key");
                }
                keys.addAll(procedures.update(call, List.of(key), changes));
            }
            return keys;
        });
    }

    /** Deletes these items; gives the keys as they were given, or as a flow gave them. */
    public List<JsonNode> delete(ItemScope scope, List<JsonNode> keys) {
        return together(scope, call -> procedures.delete(call, keys));
    }

    /** The same for all items that a query chooses among those that may be read. */
    public List<JsonNode> deleteChosen(ItemScope scope, ListQuery query) {
        return together(scope, call -> {
            List<JsonNode> keys = chosen(call, Action.DELETE, query);
            return keys.isEmpty() ? keys : procedures.delete(call, keys);
        });
    }

    private List<JsonNode> chosen(WriteCall call, Action action, ListQuery query) throws SQLException {
        SentFields.require(call, action);
        return lookup.chosen(call.connection(), call.collection(), query, call.rights());
    }

    private List<JsonNode> together(ItemScope scope, Work work) {
        Schema schema = schemas.current();
        CollectionSchema collection = schema.collection(scope.collection())
                .orElseThrow(() -> Refusals.forbiddenCollection(scope.collection()));
        return sql.write(connection -> work.on(
                new WriteCall(scope, collection, schema, rights.of(scope.authority()), connection, sql.dialect(), 0)));
    }

    @FunctionalInterface
    private interface Work {
        List<JsonNode> on(WriteCall call) throws SQLException;
    }
}
