package io.dataflows.engine.items.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.access.Rights;
import io.dataflows.engine.access.RightsSource;
import io.dataflows.engine.items.ItemLookup;
import io.dataflows.engine.items.Schemas;
import io.dataflows.engine.items.sql.SchemaReader;
import io.dataflows.engine.items.sql.Tables;
import io.dataflows.engine.sql.Sql;
import io.dataflows.model.access.Action;
import io.dataflows.model.capability.ItemScope;
import io.dataflows.model.query.ListQuery;
import io.dataflows.model.query.Paging;
import io.dataflows.model.schema.CollectionSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;

/**
 * Reads items with the rights of whoever asks. What may not be read is refused as FORBIDDEN, whether it exists or not;
 * a query that can't be understood as INVALID_QUERY.
 */
public final class ItemReading implements ItemLookup {
    private final Sql sql;
    private final Schemas schemas;
    private final RightsSource rights;
    private final int maxDepth;

    /** @param maxDepth how many relations a query may follow one after the other */
    public ItemReading(Sql sql, Schemas schemas, RightsSource rights, int maxDepth) {
        this.sql = sql;
        this.schemas = schemas;
        this.rights = rights;
        this.maxDepth = maxDepth;
    }

    /** The items, or sums of them, that a query chooses. */
    public Page list(ItemScope scope, ListQuery query) {
        ListReader reader = reader(scope, query);
        return read(reader::page);
    }

    /**
     * Those of the items with these keys that may be read and that the query's filter and search choose, in the query's
     * order; its paging doesn't count.
     */
    public ArrayNode show(ItemScope scope, List<JsonNode> keys, ListQuery query) {
        Reading reading = reading(rights.of(scope.authority()));
        CollectionSchema collection = reading.granted().collection(scope.collection());
        ListReader reader = new ListReader(reading.selection(collection, unpaged(query)));
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        List<Keys> chunks = Keys.chunks(collection.key(), keys);
        if (chunks.isEmpty()) {
            FieldTree.of(reading, collection, query);
            return items;
        }
        return read(dsl -> {
            chunks.forEach(chunk -> items.addAll(reader.rows(dsl, chunk)));
            return items;
        });
    }

    /** The item with this key, if it may be read. */
    public Optional<ObjectNode> one(ItemScope scope, JsonNode key, ListQuery query) {
        ArrayNode items = show(scope, List.of(key), query);
        return items.isEmpty() ? Optional.empty() : Optional.of((ObjectNode) items.get(0));
    }

    /** Hands on one item after the other, however many there are; never holds more than a few hundred. */
    public void export(ItemScope scope, ListQuery query, Consumer<ObjectNode> sink) {
        ListReader reader = reader(scope, query);
        sql.read(connection -> Streaming.on(
                connection,
                () -> statements(connection, dsl -> {
                    reader.export(dsl, sink);
                    return true;
                })));
    }

    @Override
    public List<JsonNode> chosen(Connection connection, CollectionSchema collection, ListQuery query, Rights asking)
            throws SQLException {
        Reading reading = reading(asking);
        CollectionSchema granted = reading.granted().collection(collection.name());
        ListReader reader = new ListReader(reading.selection(granted, query));
        return statements(connection, reader::keys);
    }

    @Override
    public List<JsonNode> permitted(
            Connection connection, CollectionSchema collection, List<JsonNode> keys, Action action, Rights asking)
            throws SQLException {
        if (!asking.allows(collection.name(), action)) {
            return List.of();
        }
        KeyLookup lookup = new KeyLookup(new SchemaReader(schemas.current()), sql.dialect(), collection);
        return statements(connection, dsl -> lookup.permitted(dsl, keys, action, asking));
    }

    @Override
    public Map<String, ObjectNode> rows(
            Connection connection, CollectionSchema collection, List<JsonNode> keys, boolean forUpdate)
            throws SQLException {
        KeyLookup lookup = new KeyLookup(new SchemaReader(schemas.current()), sql.dialect(), collection);
        return statements(connection, dsl -> lookup.rows(dsl, keys, forUpdate));
    }

    private ListReader reader(ItemScope scope, ListQuery query) {
        Reading reading = reading(rights.of(scope.authority()));
        return new ListReader(reading.selection(reading.granted().collection(scope.collection()), query));
    }

    private Reading reading(Rights asking) {
        return new Reading(new SchemaReader(schemas.current()), asking, sql.dialect(), maxDepth);
    }

    private <T> T read(Function<DSLContext, T> work) {
        return sql.read(connection -> statements(connection, work));
    }

    private <T> T statements(Connection connection, Function<DSLContext, T> work) throws SQLException {
        return Streaming.unwrapped(() -> work.apply(Tables.dsl(connection, sql.dialect())));
    }

    private static ListQuery unpaged(ListQuery query) {
        return new ListQuery(
                query.fields(),
                query.alias(),
                query.filter(),
                query.search(),
                query.sort(),
                Paging.ALL,
                List.of(),
                Map.of(),
                List.of(),
                query.deep(),
                null);
    }
}
