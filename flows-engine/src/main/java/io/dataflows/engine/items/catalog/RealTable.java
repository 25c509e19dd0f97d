package io.dataflows.engine.items.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table as the database describes it.
 *
 * @param columns by name, in their order
 * @param key the columns of the primary key
 * @param unique columns that have a unique index for themselves
 * @param indexed columns that an index starts with, unique ones aside
 * @param foreignKeys those of one column
 */
record RealTable(
        String name,
        Map<String, TableColumn> columns,
        List<String> key,
        Set<String> unique,
        Set<String> indexed,
        List<ForeignKey> foreignKeys) {

    boolean isKey(String column) {
        return key.size() == 1 && key.contains(column);
    }

    Optional<ForeignKey> foreignKey(String column) {
        return foreignKeys.stream()
                .filter(known -> known.column().equals(column))
                .findFirst();
    }
}
