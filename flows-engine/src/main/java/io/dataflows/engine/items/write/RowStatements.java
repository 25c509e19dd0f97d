package io.dataflows.engine.items.write;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.items.sql.Tables;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** Changes and deletes rows by their keys. */
final class RowStatements {

    /** Far below what both databases take in one statement. */
    private static final int MOST_KEYS = 1_000;

    private RowStatements() {}

    /** @param keys as the column holds them */
    static void update(WriteCall call, List<JsonNode> keys, Row row) throws SQLException {
        if (row.isEmpty()) {
            return;
        }
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < row.fields().size(); i++) {
            values.put(Tables.column(row.fields().get(i)), row.values().get(i));
        }
        for (int from = 0; from < keys.size(); from += MOST_KEYS) {
            Condition chosen = among(call, part(keys, from));
            Query query = call.dsl()
                    .update(Tables.table(call.collection()))
                    .set(values)
                    .where(chosen);
            execute(call, query, List.of(row));
        }
    }

    /** @param keys as the column holds them */
    static void delete(WriteCall call, List<JsonNode> keys) throws SQLException {
        for (int from = 0; from < keys.size(); from += MOST_KEYS) {
            Condition chosen = among(call, part(keys, from));
            execute(call, call.dsl().deleteFrom(Tables.table(call.collection())).where(chosen), List.of());
        }
    }

    private static List<JsonNode> part(List<JsonNode> keys, int from) {
        return keys.subList(from, Math.min(from + MOST_KEYS, keys.size()));
    }

    private static Condition among(WriteCall call, List<JsonNode> keys) {
        return Tables.column(call.collection().key()).in(Keys.columns(call.collection(), keys));
    }

    private static void execute(WriteCall call, Query query, List<Row> rows) throws SQLException {
        try {
            query.execute();
        } catch (DataAccessException refused) {
            SQLException reason = refused.getCause(SQLException.class);
            if (reason == null) {
                throw refused;
            }
            throw DatabaseRefusals.of(call.collection(), reason, rows);
        }
    }
}
