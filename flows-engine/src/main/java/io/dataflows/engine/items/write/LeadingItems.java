package io.dataflows.engine.items.write;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.items.sql.ColumnValues;
import io.dataflows.engine.items.sql.Tables;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.FieldSchema;
import io.dataflows.model.schema.RelationSchema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** The items that lead to others by a relation. */
final class LeadingItems {

    private static final int MOST_KEYS = 1_000;

    private LeadingItems() {}

    /**
     * Their keys, whoever may see them.
     *
     * @param there on the collection whose items hold the keys
     * @param targets keys of the items that they lead to
     */
    static List<JsonNode> of(WriteCall there, RelationSchema relation, List<JsonNode> targets) throws SQLException {
        FieldSchema holder = holder(there.collection(), relation);
        List<JsonNode> keys = new ArrayList<>();
        for (int from = 0; from < targets.size(); from += MOST_KEYS) {
            List<@Nullable Object> part = new ArrayList<>();
            for (JsonNode target : targets.subList(from, Math.min(from + MOST_KEYS, targets.size()))) {
                part.add(Row.held(there.collection(), holder, target));
            }
            read(there, holder, part, keys);
        }
        return keys;
    }

    static FieldSchema holder(CollectionSchema collection, RelationSchema relation) {
        return collection
                .field(relation.manyField())
                .orElseThrow(() -> Refusals.forbiddenField(relation.manyField(), collection.name()));
    }

    private static void read(WriteCall there, FieldSchema holder, List<@Nullable Object> targets, List<JsonNode> into)
            throws SQLException {
        FieldSchema key = there.collection().key();
        Field<Object> column = Tables.column(key);
        try {
            there.dsl()
                    .select(column)
                    .from(Tables.table(there.collection()))
                    .where(Tables.column(holder).in(targets))
                    .orderBy(column)
                    .fetch()
                    .forEach(held -> into.add(ColumnValues.toJson(key, held.value1())));
        } catch (DataAccessException refused) {
            SQLException reason = refused.getCause(SQLException.class);
            if (reason == null) {
                throw refused;
            }
            throw reason;
        }
    }
}
