package io.dataflows.engine.items.read;

import io.dataflows.engine.access.Rights;
import io.dataflows.engine.filter.Filter;
import io.dataflows.engine.items.sql.Expressions;
import io.dataflows.engine.items.sql.SchemaReader;
import io.dataflows.engine.listing.QueryFilter;
import io.dataflows.engine.sql.Dialect;
import io.dataflows.model.access.Action;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.query.ListQuery;
import io.dataflows.model.query.SortKey;
import io.dataflows.model.schema.CollectionSchema;
import java.util.List;

/** One read: whose it is, and what the collections were when it began. */
record Reading(SchemaReader schema, Rights rights, Dialect dialect, int maxDepth) {
    Granted granted() {
        return new Granted(schema, rights);
    }

    /** For one statement. */
    Expressions expressions() {
        return GrantedSight.expressions(schema, dialect, rights, Action.READ);
    }

    /** @throws io.dataflows.model.error.FlowsException FORBIDDEN or INVALID_QUERY */
    Selection selection(CollectionSchema collection, ListQuery query) {
        Filter filter = query.filter() == null ? new Filter.Nothing() : QueryFilter.parse(query.filter());
        new FilterCheck(granted()).check(filter, collection, maxDepth);
        if (!query.isAggregated()) {
            query.sort().forEach(key -> checkSort(key, collection));
        }
        return new Selection(this, collection, query, filter.resolve(rights.variables()));
    }

    private void checkSort(SortKey key, CollectionSchema collection) {
        CollectionSchema at = collection;
        List<String> path = List.of(key.field().split("\\.", -1));
        if (path.size() - 1 > maxDepth) {
            throw Refusals.invalidQuery("Max relational depth exceeded");
        }
        for (String name : path.subList(0, path.size() - 1)) {
            CollectionSchema from = at;
            granted().open(from, name);
            at = schema.leading(from, name)
                    .filter(hop -> !hop.toMany())
                    .map(hop -> granted().collection(hop.target()))
                    .orElseThrow(() -> Refusals.forbiddenField(key.field(), from.name()));
        }
        granted().readable(at, path.get(path.size() - 1));
    }
}
