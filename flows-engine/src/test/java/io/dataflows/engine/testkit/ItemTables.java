package io.dataflows.engine.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.error.Refusals;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The tables of all collections; a change of several is all or nothing. */
final class ItemTables {

    private final Map<String, ItemTable> tables = new LinkedHashMap<>();

    void add(ItemTable table) {
        tables.put(table.name(), table);
    }

    /** @throws io.dataflows.model.error.FlowsException FORBIDDEN where there is no such collection */
    ItemTable get(String name) {
        return find(name).orElseThrow(() -> Refusals.forbiddenCollection(name));
    }

    Optional<ItemTable> find(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    <T> T together(Supplier<T> work) {
        Map<ItemTable, Map<String, ObjectNode>> before = new LinkedHashMap<>();
        tables.values().forEach(table -> before.put(table, table.snapshot()));
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            if (!done) {
                before.forEach(ItemTable::restore);
            }
        }
    }
}
