package io.dataflows.engine.items.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.items.sql.ColumnValues;
import io.dataflows.engine.items.sql.UnfitValue;
import io.dataflows.model.schema.FieldSchema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** So many keys as fit into one statement, as the column holds them. */
record Keys(List<Object> values) {
    /** PostgreSQL takes 65,535 values in a statement; the rest is left to filters. */
    private static final int MOST = 20_000;

    /** Each key once; those that the field can't hold are left out. */
    static List<Keys> chunks(FieldSchema field, List<JsonNode> keys) {
        Set<Object> held = new LinkedHashSet<>();
        for (JsonNode key : keys) {
            try {
                Object value = ColumnValues.toColumn(field, key);
                if (value != null) {
                    held.add(value);
                }
            } catch (UnfitValue noKey) {
                // No row has it.
            }
        }
        List<Object> all = new ArrayList<>(held);
        List<Keys> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST) {
            chunks.add(new Keys(all.subList(from, Math.min(from + MOST, all.size()))));
        }
        return chunks;
    }
}
