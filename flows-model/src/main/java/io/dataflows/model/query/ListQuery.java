package io.dataflows.model.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a list call asks for: well-formed, but not yet held against a collection.
 *
 * @param fields dotted paths; never empty
 * @param alias other names that {@code fields} use for fields, by that name
 * @param filter the rule as it was sent, or null
 * @param search text that any text field must hold, or null
 * @param meta {@code total_count} and {@code filter_count}, those asked for
 * @param aggregate function to fields; empty unless the rows are to be summed up
 * @param groupBy fields; only with {@code aggregate}
 * @param deep queries for the rows of relations, by the relation's name
 * @param export {@code csv}, {@code json} or the like, or null
 */
public record ListQuery(
        List<String> fields,
        Map<String, String> alias,
        @Nullable ObjectNode filter,
        @Nullable String search,
        List<SortKey> sort,
        Paging paging,
        List<String> meta,
        Map<String, List<String>> aggregate,
        List<String> groupBy,
        Map<String, ListQuery> deep,
        @Nullable String export) {
    public static final String TOTAL_COUNT = "total_count";
    public static final String FILTER_COUNT = "filter_count";

    public ListQuery {
        fields = List.copyOf(fields);
        alias = Map.copyOf(alias);
        sort = List.copyOf(sort);
        meta = List.copyOf(meta);
        aggregate = Collections.unmodifiableMap(new LinkedHashMap<>(aggregate));
        groupBy = List.copyOf(groupBy);
        deep = Map.copyOf(deep);
    }

    public boolean isAggregated() {
        return !aggregate.isEmpty() || !groupBy.isEmpty();
    }

    /** The same query for all of the rows that it chooses, in no order. */
    public ListQuery ofAllRows() {
        return new ListQuery(
                fields, alias, filter, search, List.of(), Paging.ALL, List.of(), aggregate, groupBy, deep, null);
    }

    /** The same query for rows that are chosen and in order already. */
    public ListQuery inGivenOrder() {
        return new ListQuery(
                fields, alias, null, null, List.of(), Paging.ALL, List.of(), Map.of(), List.of(), deep, null);
    }

    /** The same query for rows that are chosen already: nothing is left out. */
    public ListQuery ofChosenRows() {
        return new ListQuery(fields, alias, null, null, sort, Paging.ALL, List.of(), Map.of(), List.of(), deep, null);
    }
}
