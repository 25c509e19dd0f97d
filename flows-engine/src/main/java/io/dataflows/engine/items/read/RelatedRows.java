package io.dataflows.engine.items.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.items.sql.ColumnValues;
import io.dataflows.engine.items.sql.Expressions;
import io.dataflows.engine.items.sql.Hop;
import io.dataflows.engine.items.sql.Tables;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.query.ListQuery;
import io.dataflows.model.query.Paging;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.FieldSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The rows that other rows lead to, for all of these at once. */
final class RelatedRows {
    private static final int MOST_ROWS = 100_000;
    private static final ListQuery ALL_ROWS = new ListQuery(
            List.of("*"), Map.of(), null, null, List.of(), Paging.ALL, List.of(), Map.of(), List.of(), Map.of(), null);
    private final DSLContext dsl;
    private final Reading reading;
    private final RowReader rows;
    private int read;

    RelatedRows(DSLContext dsl, Reading reading, RowReader rows) {
        this.dsl = dsl;
        this.reading = reading;
        this.rows = rows;
    }

    /** The one item for each key, or null. */
    List<JsonNode> one(Branch branch, List<JsonNode> keys) {
        FieldTree tree = java.util.Objects.requireNonNull(branch.into());
        FieldSchema key = tree.collection().key();
        Selection all = reading.selection(tree.collection(), ALL_ROWS);
        Map<String, JsonNode> found = new HashMap<>();
        for (Keys chunk : Keys.chunks(key, keys)) {
            load(all, tree, key, chunk).forEach((text, items) -> found.put(text, items.get(0)));
        }
        return each(keys, found, JsonNodeFactory.instance.nullNode());
    }

    /** The list of items, or of their keys, that lead to each key. */
    List<JsonNode> many(Branch branch, List<JsonNode> keys) {
        Hop hop = java.util.Objects.requireNonNull(branch.hop());
        CollectionSchema target = reading.granted().collection(hop.target());
        FieldSchema leading = target.field(hop.relation().manyField()).orElseThrow();
        ListQuery query = branch.query();
        Selection selection = reading.selection(target, query == null ? ALL_ROWS : query);
        Map<String, JsonNode> found = new HashMap<>();
        if (selection.query().paging().limit() != 0) {
            for (Keys chunk : Keys.chunks(leading, keys)) {
                found.putAll(load(selection, branch.into(), leading, chunk));
            }
        }
        List<JsonNode> lists = new ArrayList<>(keys.size());
        for (JsonNode key : keys) {
            lists.add(found.getOrDefault(key.asText(), JsonNodeFactory.instance.arrayNode()));
        }
        return lists;
    }

    private static List<JsonNode> each(List<JsonNode> keys, Map<String, JsonNode> found, JsonNode otherwise) {
        List<JsonNode> each = new ArrayList<>(keys.size());
        keys.forEach(key -> each.add(found.getOrDefault(key.asText(), otherwise)));
        return each;
    }

    /** Items by the text of the field that joins them. */
    private Map<String, ArrayNode> load(Selection selection, @Nullable FieldTree tree, FieldSchema joining, Keys keys) {
        List<? extends Record> found = fetch(selection, tree, joining, keys);
        if ((read += found.size()) > MOST_ROWS) {
            throw Refusals.invalidQuery("The fields lead to more than " + MOST_ROWS + " rows");
        }
        List<ObjectNode> items = tree == null ? List.of() : rows.shape(tree, found);
        Map<String, ArrayNode> byKey = new HashMap<>();
        FieldSchema own = selection.collection().key();
        for (int i = 0; i < found.size(); i++) {
            Record row = found.get(i);
            String key = ColumnValues.toJson(joining, row.get("j")).asText();
            byKey.computeIfAbsent(key, none -> JsonNodeFactory.instance.arrayNode())
                    .add(tree == null ? ColumnValues.toJson(own, row.get(0)) : items.get(i));
        }
        return byKey;
    }

    private List<? extends Record> fetch(
            Selection selection, @Nullable FieldTree tree, FieldSchema joining, Keys keys) {
        Expressions expressions = reading.expressions();
        String alias = expressions.aliases().next();
        CollectionSchema collection = selection.collection();
        List<SelectField<?>> columns = new ArrayList<>(
                tree == null
                        ? List.of(Tables.column(alias, collection.key()).as("k"))
                        : rows.columns(tree, expressions, alias));
        columns.add(Tables.column(alias, joining).as("j"));
        Condition where = Tables.column(alias, joining).in(keys.values()).and(selection.chosen(expressions, alias));
        Paging paging = selection.query().paging();
        if (paging.limit() < 0 && paging.offset() == 0) {
            return dsl.select(columns)
                    .from(Tables.table(collection, alias))
                    .where(where)
                    .orderBy(selection.order(expressions, alias))
                    .limit(MOST_ROWS + 1 - read)
                    .fetch();
        }
        columns.add(DSL.rowNumber()
                .over(DSL.partitionBy(Tables.column(alias, joining)).orderBy(selection.order(expressions, alias)))
                .as("n"));
        return page(dsl.select(columns).from(Tables.table(collection, alias)).where(where), paging);
    }

    private List<? extends Record> page(Select<Record> numbered, Paging paging) {
        org.jooq.Table<Record> all = numbered.asTable(DSL.name("numbered"));
        org.jooq.Field<Integer> number = DSL.field(DSL.name("numbered", "n"), Integer.class);
        Condition within = number.gt(DSL.val((int) Math.min(paging.offset(), Integer.MAX_VALUE)));
        if (paging.limit() >= 0) {
            within =
                    within.and(number.le(DSL.val((int) Math.min(paging.offset() + paging.limit(), Integer.MAX_VALUE))));
        }
        return dsl.select(all.fields())
                .from(all)
                .where(within)
                .orderBy(number)
                .limit(MOST_ROWS + 1 - read)
                .fetch();
    }
}
