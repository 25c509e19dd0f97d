package io.dataflows.engine.items.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.items.sql.ColumnValues;
import io.dataflows.engine.items.sql.Expressions;
import io.dataflows.engine.items.sql.Tables;
import io.dataflows.model.query.ListQuery;
import io.dataflows.model.query.Paging;
import io.dataflows.model.schema.CollectionSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Answers one list call. What the query may not ask is refused before the first statement. */
final class ListReader {
    private static final int AT_ONCE = 500;
    private final Selection selection;
    private final CollectionSchema collection;

    ListReader(Selection selection) {
        this.selection = selection;
        this.collection = selection.collection();
    }

    Page page(DSLContext dsl) {
        ArrayNode data = selection.query().isAggregated()
                ? new Sums(selection).read(dsl)
                : JsonNodeFactory.instance.arrayNode().addAll(rows(dsl, null));
        return new Page(data, meta(dsl));
    }

    /** @param keys which rows, or null for all */
    List<ObjectNode> rows(DSLContext dsl, @Nullable Keys keys) {
        FieldTree tree = tree();
        if (selection.query().paging().limit() == 0) {
            return List.of();
        }
        RowReader reader = new RowReader(dsl, selection.reading());
        return reader.shape(tree, select(dsl, reader, tree, keys).fetch());
    }

    void export(DSLContext dsl, Consumer<ObjectNode> sink) {
        FieldTree tree = tree();
        if (selection.query().paging().limit() == 0) {
            return;
        }
        var all = select(dsl, new RowReader(dsl, selection.reading()), tree, null);
        try (Cursor<Record> cursor = all.fetchSize(AT_ONCE).fetchLazy()) {
            while (cursor.hasNext()) {
                List<Record> some = new ArrayList<>(cursor.fetchNext(AT_ONCE));
                new RowReader(dsl, selection.reading()).shape(tree, some).forEach(sink);
            }
        }
    }

    List<JsonNode> keys(DSLContext dsl) {
        if (selection.query().paging().limit() == 0) {
            return List.of();
        }
        Expressions expressions = selection.reading().expressions();
        String alias = expressions.aliases().next();
        List<JsonNode> keys = new ArrayList<>();
        paged(dsl, List.of(Tables.column(alias, collection.key())), expressions, alias, null)
                .fetch()
                .forEach(row -> keys.add(ColumnValues.toJson(collection.key(), row.get(0))));
        return keys;
    }

    private FieldTree tree() {
        return FieldTree.of(selection.reading(), collection, selection.query());
    }

    private ResultQuery<Record> select(DSLContext dsl, RowReader reader, FieldTree tree, @Nullable Keys keys) {
        Expressions expressions = selection.reading().expressions();
        String alias = expressions.aliases().next();
        return paged(dsl, reader.columns(tree, expressions, alias), expressions, alias, keys);
    }

    private ResultQuery<Record> paged(
            DSLContext dsl, List<SelectField<?>> columns, Expressions expressions, String alias, @Nullable Keys keys) {
        Condition where = selection.chosen(expressions, alias);
        var ordered = dsl.select(columns)
                .from(Tables.table(collection, alias))
                .where(
                        keys == null
                                ? where
                                : Tables.column(alias, collection.key())
                                        .in(keys.values())
                                        .and(where))
                .orderBy(selection.order(expressions, alias));
        Paging paging = selection.query().paging();
        if (paging.limit() < 0) {
            return paging.offset() == 0 ? ordered : ordered.offset(paging.offset());
        }
        return ordered.limit(paging.limit()).offset(paging.offset());
    }

    private @Nullable ObjectNode meta(DSLContext dsl) {
        List<String> names = selection.query().meta();
        if (names.isEmpty()) {
            return null;
        }
        ObjectNode meta = JsonNodeFactory.instance.objectNode();
        names.forEach(name -> meta.put(name, count(dsl, name.equals(ListQuery.TOTAL_COUNT))));
        return meta;
    }

    private long count(DSLContext dsl, boolean total) {
        Expressions expressions = selection.reading().expressions();
        String alias = expressions.aliases().next();
        Condition where = total ? selection.visible(expressions, alias) : selection.chosen(expressions, alias);
        Long count = dsl.select(DSL.count().cast(Long.class))
                .from(Tables.table(collection, alias))
                .where(where)
                .fetchOne(0, Long.class);
        return count == null ? 0 : count;
    }
}
