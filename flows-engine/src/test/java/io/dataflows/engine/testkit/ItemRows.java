package io.dataflows.engine.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.query.Collection;
import io.dataflows.model.query.Rows;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The items that somebody may read, with the fields that they may read. */
final class ItemRows implements Rows {

    private final Function<String, ItemTable> tables;
    private final Function<String, ItemRights> rights;

    ItemRows(Function<String, ItemTable> tables, Function<String, ItemRights> rights) {
        this.tables = tables;
        this.rights = rights;
    }

    @Override
    public Collection collection(String name) {
        ItemRights own = rights.apply(name);
        Collection whole = tables.apply(name).collection();
        return new Collection(
                name,
                whole.fields().stream()
                        .filter(field -> own.includesField(field.name()))
                        .toList());
    }

    @Override
    public List<ObjectNode> all(String collection) {
        ItemRights own = rights.apply(collection);
        return tables.apply(collection).rows().stream()
                .filter(own::includesItem)
                .toList();
    }

    @Override
    public Optional<ObjectNode> find(String collection, String id) {
        return tables.apply(collection).find(id).filter(rights.apply(collection)::includesItem);
    }
}
