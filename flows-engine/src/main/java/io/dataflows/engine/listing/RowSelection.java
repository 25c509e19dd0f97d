package io.dataflows.engine.listing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.query.Collection;
import io.dataflows.model.query.ListQuery;
import io.dataflows.model.query.Rows;
import java.util.List;
import java.util.function.Predicate;

/** Chooses rows: filter, search, order, page. */
final class RowSelection {
    private final Rows rows;
    private final RowFilter filters;

    RowSelection(Rows rows, RowFilter filters) {
        this.rows = rows;
        this.filters = filters;
    }

    /** @throws io.dataflows.model.error.FlowsException for fields or operators that the collection doesn't have */
    Chosen select(Collection collection, ListQuery query, List<ObjectNode> candidates) {
        Predicate<ObjectNode> filter = filters.compile(query.filter(), collection);
        Predicate<ObjectNode> search = RowSearch.of(query.search(), collection);
        RowOrder order = RowOrder.of(query.sort(), collection, rows);
        List<ObjectNode> matching =
                candidates.stream().filter(filter).filter(search).toList();
        return new Chosen(matching, query.paging().of(order.sort(matching)));
    }

    /** All that match, in no order, and the page of them. */
    record Chosen(List<ObjectNode> matching, List<ObjectNode> page) {}
}
