package io.dataflows.engine.items.read;

import io.dataflows.engine.filter.Filter;
import io.dataflows.engine.items.sql.Conditions;
import io.dataflows.engine.items.sql.Expressions;
import io.dataflows.engine.items.sql.FieldCall;
import io.dataflows.model.query.ListQuery;
import io.dataflows.model.query.SortKey;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.FieldSchema;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;

/**
 * Which rows of a collection, and in which order. Everything in it was checked.
 *
 * @param filter its variables resolved
 */
record Selection(Reading reading, CollectionSchema collection, ListQuery query, Filter filter) {
    /** The rows that may be read. */
    Condition visible(Expressions expressions, String alias) {
        return expressions.sight().rows(collection, alias);
    }

    /** Those of them that filter and search choose. */
    Condition chosen(Expressions expressions, String alias) {
        return visible(expressions, alias)
                .and(new Conditions(expressions).of(filter, collection, alias))
                .and(Search.of(query.search(), collection, alias, reading.granted(), expressions));
    }

    /** The key comes last, so that no two rows are in the same place. */
    List<SortField<?>> order(Expressions expressions, String alias) {
        List<SortField<?>> order = new ArrayList<>();
        String key = collection.key().name();
        boolean complete = false;
        for (SortKey sort : query.sort()) {
            order.add(sorted(sort, expressions, alias));
            complete |= sort.field().equals(key);
        }
        if (!complete) {
            order.add(expressions
                    .sight()
                    .value(collection, alias, collection.key())
                    .asc());
        }
        return order;
    }

    private SortField<?> sorted(SortKey sort, Expressions expressions, String alias) {
        Field<Object> value = expressions
                .at(List.of(sort.field().split("\\.", -1)), collection, alias)
                .orElseThrow();
        if (neverNull(sort)) {
            // An index gives them in this order without being told where nulls go.
            return sort.descending() ? value.desc() : value.asc();
        }
        return sort.descending() ? value.desc().nullsLast() : value.asc().nullsFirst();
    }

    private boolean neverNull(SortKey sort) {
        FieldCall call = FieldCall.of(sort.field());
        return call.function() == null
                && reading.rights().isUnrestricted()
                && collection.field(sort.field()).filter(this::isFilled).isPresent();
    }

    private boolean isFilled(FieldSchema field) {
        return !field.nullable() || field.name().equals(collection.key().name());
    }
}
