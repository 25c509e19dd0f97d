package io.dataflows.engine.ee.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.access.Grant;
import io.dataflows.engine.access.Rights;
import io.dataflows.engine.filter.Filter;
import io.dataflows.engine.filter.FilterEvaluator;
import io.dataflows.engine.filter.FilterParser;
import io.dataflows.engine.items.ItemLookup;
import io.dataflows.engine.items.sql.ColumnValues;
import io.dataflows.engine.items.sql.Tables;
import io.dataflows.engine.sql.Dialect;
import io.dataflows.model.access.Action;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.query.ListQuery;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.FieldSchema;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;

/** Looks items up by reading whole tables, for tests with a handful of rows. */
final class PlainLookup implements ItemLookup {

    @Override
    public List<JsonNode> chosen(Connection connection, CollectionSchema collection, ListQuery query, Rights rights) {
        if (!rights.allows(collection.name(), Action.READ)) {
            throw Refusals.forbiddenCollection(collection.name());
        }
        Filter filter = query.filter() == null ? null : FilterParser.parseQuery(query.filter());
        return all(connection, collection).values().stream()
                .filter(row -> may(collection, row, Action.READ, rights))
                .filter(row -> filter == null || FilterEvaluator.matchesRow(filter, row))
                .map(row -> row.path(collection.key().name()))
                .toList();
    }

    @Override
    public List<JsonNode> permitted(
            Connection connection, CollectionSchema collection, List<JsonNode> keys, Action action, Rights rights) {
        Map<String, ObjectNode> rows = all(connection, collection);
        return keys.stream()
                .filter(key -> rows.containsKey(key.asText()))
                .filter(key -> may(collection, rows.get(key.asText()), action, rights))
                .toList();
    }

    @Override
    public Map<String, ObjectNode> rows(
            Connection connection, CollectionSchema collection, List<JsonNode> keys, boolean forUpdate) {
        Map<String, ObjectNode> rows = all(connection, collection);
        rows.keySet().retainAll(keys.stream().map(JsonNode::asText).toList());
        return rows;
    }

    private static boolean may(CollectionSchema collection, ObjectNode row, Action action, Rights rights) {
        return rights.isUnrestricted()
                || rights.on(collection.name(), action).stream().anyMatch(grant -> includes(grant, row));
    }

    private static boolean includes(Grant grant, ObjectNode row) {
        return grant.items() == null || FilterEvaluator.matchesRow(grant.items(), row);
    }

    private static Map<String, ObjectNode> all(Connection connection, CollectionSchema collection) {
        List<Field<Object>> columns =
                collection.columns().stream().map(Tables::column).toList();
        Map<String, ObjectNode> rows = new LinkedHashMap<>();
        for (Record held : Tables.dsl(connection, Dialect.POSTGRESQL)
                .select(columns)
                .from(Tables.table(collection))
                .orderBy(Tables.column(collection.key()))
                .fetch()) {
            ObjectNode row = JsonNodeFactory.instance.objectNode();
            for (FieldSchema field : collection.columns()) {
                row.set(field.name(), ColumnValues.toJson(field, held.get(Tables.column(field))));
            }
            rows.put(row.path(collection.key().name()).asText(), row);
        }
        return rows;
    }
}
