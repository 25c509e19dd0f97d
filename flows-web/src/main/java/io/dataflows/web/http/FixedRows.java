package io.dataflows.web.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.query.Collection;
import io.dataflows.model.query.Rows;
import java.util.List;
import java.util.Optional;

/** Rows of one collection that are read already. */
public record FixedRows(Collection collection, List<ObjectNode> rows) implements Rows {
    public FixedRows {
        rows = List.copyOf(rows);
    }

    public static FixedRows of(Collection collection, List<ObjectNode> rows) {
        return new FixedRows(collection, rows);
    }

    @Override
    public Collection collection(String name) {
        if (collection.name().equals(name)) {
            return collection;
        }
        throw new IllegalArgumentException("Collection (" + name + ") is not here.");
    }

    @Override
    public List<ObjectNode> all(String name) {
        return rows;
    }

    @Override
    public Optional<ObjectNode> find(String name, String id) {
        return rows.stream()
                .filter(row -> row.path(Collection.ID).asText().equals(id))
                .findFirst();
    }
}
