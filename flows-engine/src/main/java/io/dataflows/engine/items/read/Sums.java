package io.dataflows.engine.items.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.items.sql.ColumnValues;
import io.dataflows.engine.items.sql.Expressions;
import io.dataflows.engine.items.sql.FieldCall;
import io.dataflows.engine.items.sql.Tables;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.query.ListQuery;
import io.dataflows.model.query.SortKey;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.FieldSchema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/** Sums rows up, in groups or all together. */
final class Sums {
    private final Selection selection;
    private final CollectionSchema collection;
    private final Granted granted;
    private final Expressions expressions;
    private final String alias;

    /** @throws io.dataflows.model.error.FlowsException FORBIDDEN or INVALID_QUERY */
    Sums(Selection selection) {
        this.selection = selection;
        this.collection = selection.collection();
        this.granted = selection.reading().granted();
        this.expressions = selection.reading().expressions();
        this.alias = expressions.aliases().next();
        check(selection.query());
    }

    private void check(ListQuery query) {
        query.aggregate().values().stream()
                .flatMap(List::stream)
                .filter(name -> !name.equals("*"))
                .forEach(name -> granted.readable(collection, name));
        query.groupBy().forEach(name -> granted.readable(collection, name));
        for (SortKey key : query.sort()) {
            if (!query.groupBy().contains(key.field())) {
                throw Refusals.invalidQuery("\"sort\" must name fields of \"groupBy\" where rows are summed up");
            }
        }
    }

    ArrayNode read(DSLContext dsl) {
        ArrayNode answer = JsonNodeFactory.instance.arrayNode();
        ListQuery query = selection.query();
        if (query.paging().limit() == 0) {
            return answer;
        }
        List<Field<?>> groups = new ArrayList<>();
        for (String name : query.groupBy()) {
            groups.add(value(name).as("g" + groups.size()));
        }
        rows(dsl, groups).forEach(row -> answer.add(sum(row)));
        return answer;
    }

    /** Grouped outside, so that each expression stands in the statement once and its values are bound once. */
    private List<? extends Record> rows(DSLContext dsl, List<Field<?>> groups) {
        List<SelectField<?>> inner = new ArrayList<>(groups);
        List<AggregateColumn> sums = columns(inner);
        var table = dsl.select(inner.isEmpty() ? List.of(DSL.inline(1).as("one")) : inner)
                .from(Tables.table(collection, alias))
                .where(selection.chosen(expressions, alias))
                .asTable("chosen");
        List<Field<?>> outer = new ArrayList<>();
        List<Field<?>> keys = new ArrayList<>();
        groups.forEach(group -> keys.add(java.util.Objects.requireNonNull(table.field(group.getName()))));
        outer.addAll(keys);
        outer.add(DSL.count().as("n"));
        sums.forEach(sum -> outer.add(sum.of(java.util.Objects.requireNonNull(table.field(sum.column())))));
        var grouped = keys.isEmpty()
                ? dsl.select(outer).from(table)
                : dsl.select(outer).from(table).groupBy(keys);
        var paging = selection.query().paging();
        var ordered = grouped.orderBy(order(keys)).offset(paging.offset());
        return paging.limit() < 0
                ? ordered.fetch()
                : ordered.limit(paging.limit()).fetch();
    }

    private List<SortField<?>> order(List<Field<?>> keys) {
        List<SortField<?>> order = new ArrayList<>();
        ListQuery query = selection.query();
        for (SortKey key : query.sort()) {
            Field<?> group = keys.get(query.groupBy().indexOf(key.field()));
            order.add(key.descending() ? group.desc().nullsLast() : group.asc().nullsFirst());
        }
        keys.forEach(group -> order.add(group.asc().nullsFirst()));
        return order;
    }

    private List<AggregateColumn> columns(List<SelectField<?>> inner) {
        List<AggregateColumn> sums = new ArrayList<>();
        selection.query().aggregate().forEach((function, fields) -> {
            for (String name : fields) {
                if (!name.equals("*")) {
                    String column = "a" + sums.size();
                    inner.add(value(name).as(column));
                    sums.add(new AggregateColumn(function, field(name), column));
                }
            }
        });
        return sums;
    }

    private Field<Object> value(String name) {
        return expressions.of(FieldCall.of(name), collection, alias).orElseThrow();
    }

    private FieldSchema field(String name) {
        return granted.readable(collection, name);
    }

    private ObjectNode sum(Record row) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ListQuery query = selection.query();
        int column = 0;
        for (String name : query.groupBy()) {
            answer.set(FieldCall.of(name).shown(), ColumnValues.toJson(field(name), row.get(column++)));
        }
        long count = ((Number) row.get(column++)).longValue();
        for (var aggregate : query.aggregate().entrySet()) {
            String function = aggregate.getKey();
            ObjectNode sums = JsonNodeFactory.instance.objectNode();
            for (String name : aggregate.getValue()) {
                Object value = name.equals("*") ? null : row.get(column++);
                if (AggregateColumn.isKnown(function)) {
                    sums.set(name, name.equals("*") ? NullNode.getInstance() : shown(function, name, value));
                }
            }
            if (function.equals("count") && aggregate.getValue().contains("*")) {
                answer.put(function, count);
            } else if (!sums.isEmpty()) {
                answer.set(function, sums);
            }
        }
        return answer;
    }

    private JsonNode shown(String function, String name, @org.jspecify.annotations.Nullable Object value) {
        if (value == null) {
            return NullNode.getInstance();
        }
        return function.equals("min") || function.equals("max")
                ? AggregateColumn.extreme(field(name), value)
                : number(new BigDecimal(value.toString()));
    }

    private static JsonNode number(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() <= 0 && plain.precision() - plain.scale() <= 18
                ? JsonNodeFactory.instance.numberNode(plain.longValueExact())
                : JsonNodeFactory.instance.numberNode(plain.doubleValue());
    }
}
