package io.dataflows.engine.listing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.filter.DynamicVariables;
import io.dataflows.model.query.Collection;
import io.dataflows.model.query.ListQuery;
import io.dataflows.model.query.Rows;
import io.dataflows.model.trigger.Accountability;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers list calls over rows that are in memory. */
public final class RowListing {
    private final Rows rows;
    private final RowSelection selection;
    private final int maxDepth;

    private RowListing(Rows rows, FieldTest.RuleTest rules, int maxDepth) {
        this.rows = rows;
        this.selection = new RowSelection(rows, new RowFilter(rows, new FieldTest(rules), maxDepth));
        this.maxDepth = maxDepth;
    }

    public static RowListing of(Rows rows, Accountability who, Clock clock, int maxDepth) {
        return new RowListing(rows, new FilterRule(DynamicVariables.of(who, clock)), maxDepth);
    }

    /** @throws io.dataflows.model.error.FlowsException FORBIDDEN or INVALID_QUERY */
    public void check(Collection collection, ListQuery query) {
        FieldTree.of(query.fields(), query.alias(), collection, rows, maxDepth);
        selection.select(collection, query, List.of());
    }

    /** @throws io.dataflows.model.error.FlowsException FORBIDDEN or INVALID_QUERY */
    public Listed list(Collection collection, ListQuery query, List<ObjectNode> candidates) {
        if (query.isAggregated()) {
            return aggregate(collection, query, candidates);
        }
        FieldTree fields = FieldTree.of(query.fields(), query.alias(), collection, rows, maxDepth);
        RowSelection.Chosen chosen = selection.select(collection, query, candidates);
        return new Listed(
                show(chosen.page(), fields, query),
                meta(query, candidates.size(), chosen.matching().size()));
    }

    /** The rows that match, on the page that the query names. */
    public List<ObjectNode> select(Collection collection, ListQuery query, List<ObjectNode> candidates) {
        return selection.select(collection, query, candidates).page();
    }

    private Listed aggregate(Collection collection, ListQuery query, List<ObjectNode> candidates) {
        List<ObjectNode> matching =
                selection.select(collection, query.ofAllRows(), candidates).matching();
        return new Listed(Aggregation.of(query, collection, matching), meta(query, candidates.size(), matching.size()));
    }

    private ArrayNode show(List<ObjectNode> page, FieldTree fields, ListQuery query) {
        Projection projection = new Projection(rows, selection);
        ArrayNode answer = JsonNodeFactory.instance.arrayNode();
        page.forEach(row -> answer.add(projection.show(row, fields, query.deep())));
        return answer;
    }

    private static @Nullable ObjectNode meta(ListQuery query, long total, long matching) {
        if (query.meta().isEmpty()) {
            return null;
        }
        ObjectNode meta = JsonNodeFactory.instance.objectNode();
        query.meta().forEach(name -> meta.put(name, name.equals(ListQuery.TOTAL_COUNT) ? total : matching));
        return meta;
    }

    /** Rows as the answer shows them, with counts if they were asked for. */
    public record Listed(ArrayNode data, @Nullable ObjectNode meta) {}
}
