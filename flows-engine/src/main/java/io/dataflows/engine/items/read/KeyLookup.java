package io.dataflows.engine.items.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.access.Rights;
import io.dataflows.engine.items.sql.ColumnValues;
import io.dataflows.engine.items.sql.Expressions;
import io.dataflows.engine.items.sql.SchemaReader;
import io.dataflows.engine.items.sql.Tables;
import io.dataflows.engine.sql.Dialect;
import io.dataflows.model.access.Action;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.FieldSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/** Finds items by their keys. */
record KeyLookup(SchemaReader schema, Dialect dialect, CollectionSchema collection) {
    /** In the order of the keys, each once. */
    List<JsonNode> permitted(DSLContext dsl, List<JsonNode> keys, Action action, Rights rights) {
        FieldSchema key = collection.key();
        List<JsonNode> permitted = new ArrayList<>();
        for (Keys chunk : Keys.chunks(key, keys)) {
            Expressions expressions = GrantedSight.expressions(schema, dialect, rights, action);
            String alias = expressions.aliases().next();
            Field<Object> column = Tables.column(alias, key);
            Map<Object, JsonNode> found = new LinkedHashMap<>();
            dsl.select(column)
                    .from(Tables.table(collection, alias))
                    .where(column.in(chunk.values()), expressions.sight().rows(collection, alias))
                    .fetch()
                    .forEach(row -> found.put(row.get(0), ColumnValues.toJson(key, row.get(0))));
            chunk.values().stream().filter(found::containsKey).map(found::get).forEach(permitted::add);
        }
        return permitted;
    }

    Map<String, ObjectNode> rows(DSLContext dsl, List<JsonNode> keys, boolean forUpdate) {
        List<FieldSchema> fields = collection.columns();
        List<Field<Object>> columns = fields.stream().map(Tables::column).toList();
        Field<Object> key = Tables.column(collection.key());
        Map<String, ObjectNode> rows = new LinkedHashMap<>();
        for (Keys chunk : Keys.chunks(collection.key(), keys)) {
            Condition wanted = key.in(chunk.values());
            var select = dsl.select(columns)
                    .from(Tables.table(collection))
                    .where(wanted)
                    .orderBy(key);
            (forUpdate ? select.forUpdate().fetch() : select.fetch()).forEach(row -> {
                ObjectNode item = item(fields, row);
                rows.put(item.path(collection.key().name()).asText(), item);
            });
        }
        return rows;
    }

    private static ObjectNode item(List<FieldSchema> fields, Record row) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < fields.size(); i++) {
            item.set(fields.get(i).name(), ColumnValues.toJson(fields.get(i), row.get(i)));
        }
        return item;
    }
}
