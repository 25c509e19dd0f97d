package io.dataflows.web.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.Listing;
import io.dataflows.engine.RunHistory;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.query.Collection;
import io.dataflows.model.query.ListQuery;
import io.dataflows.model.query.Paging;
import io.dataflows.model.query.Rows;
import io.dataflows.model.query.SortKey;
import io.dataflows.model.run.RunQuery;
import io.dataflows.model.run.RunRecord;
import io.dataflows.model.run.RunStatus;
import io.dataflows.model.trigger.Accountability;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Answers list calls over stored runs: the store filters and pages, the listing shows. */
@Dependent
public final class RunLists {
    private final RunHistory history;
    private final Listing listing;

    @Inject
    public RunLists(RunHistory history, Listing listing) {
        this.history = history;
        this.listing = listing;
    }

    ListQuery parse(ObjectNode parameters) {
        ListQuery query = listing.parse(parameters);
        if (query.search() != null || query.isAggregated() || query.export() != null) {
            throw Refusals.invalidQuery(
                    "\"search\", \"aggregate\", \"groupBy\" and \"export\" are not supported for runs");
        }
        return query;
    }

    /** {@code {data, meta?}}. */
    ObjectNode list(ListQuery query, Shape shape, Accountability who) {
        RunCriteria criteria = shape.criteria(query);
        boolean newestFirst = newestFirst(query, shape);
        Rows none = shape.rows().apply(List.of());
        listing.show(shape.collection(), query.inGivenOrder(), List.of(), none, who);
        List<RunRecord> runs = criteria.isImpossible()
                ? List.of()
                : history.runs(
                        criteria.toQuery(shape.onlyWithDocument(), newestFirst, query.paging(), shape.withDocument()));
        Rows rows = shape.rows().apply(runs);
        ArrayNode shown = listing.show(
                shape.collection(),
                query.inGivenOrder(),
                rows.all(shape.collection().name()),
                rows,
                who);
        ObjectNode answer = JsonNodeFactory.instance.objectNode().set("data", shown);
        if (!query.meta().isEmpty()) {
            answer.set("meta", meta(query, criteria, shape));
        }
        return answer;
    }

    ObjectNode show(ListQuery query, RunRecord run, Shape shape, Accountability who) {
        Rows rows = shape.rows().apply(List.of(run));
        List<ObjectNode> all = rows.all(shape.collection().name());
        if (all.isEmpty()) {
            throw Refusals.forbidden();
        }
        return (ObjectNode)
                listing.show(shape.collection(), query, all, rows, who).get(0);
    }

    private ObjectNode meta(ListQuery query, RunCriteria criteria, Shape shape) {
        ObjectNode meta = JsonNodeFactory.instance.objectNode();
        RunQuery all = shape.everything().toQuery(shape.onlyWithDocument(), true, Paging.ALL, false);
        RunQuery matching = criteria.toQuery(shape.onlyWithDocument(), true, Paging.ALL, false);
        for (String name : query.meta()) {
            boolean total = name.equals(ListQuery.TOTAL_COUNT);
            long count = !total && criteria.isImpossible() ? 0 : history.count(total ? all : matching);
            meta.put(name, count);
        }
        return meta;
    }

    private static boolean newestFirst(ListQuery query, Shape shape) {
        List<SortKey> sort = query.sort();
        if (sort.isEmpty()) {
            return shape.newestFirst();
        }
        SortKey key = sort.get(0);
        if (sort.size() > 1 || !shape.sortable().contains(key.field())) {
            throw Refusals.invalidQuery("\"sort\" must be one of "
                    + shape.sortable().stream().sorted().toList() + ", or one with a minus sign");
        }
        return key.descending();
    }

    /**
     * How one resource shows runs.
     *
     * @param columns what a filter may ask about
     * @param statuses only runs with one of these
     * @param sortable fields that all mean the order in which runs began
     * @param newestFirst the order when none is asked for
     */
    record Shape(
            Collection collection,
            Function<List<RunRecord>, Rows> rows,
            Map<String, RunColumn> columns,
            List<RunStatus> statuses,
            Set<String> sortable,
            boolean newestFirst,
            boolean onlyWithDocument,
            boolean withDocument) {
        RunCriteria criteria(ListQuery query) {
            return RunCriteria.of(query.filter(), columns).onlyStatuses(statuses);
        }

        RunCriteria everything() {
            return RunCriteria.of(null, columns).onlyStatuses(statuses);
        }

        Shape withDocuments() {
            return new Shape(collection, rows, columns, statuses, sortable, newestFirst, onlyWithDocument, true);
        }
    }
}
