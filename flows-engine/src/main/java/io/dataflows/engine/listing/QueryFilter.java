package io.dataflows.engine.listing;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.filter.Filter;
import io.dataflows.engine.filter.FilterException;
import io.dataflows.engine.filter.FilterParser;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.error.Refusals;

/** Reads the filters of list calls; whatever can't be read is the query's fault. */
public final class QueryFilter {

    private QueryFilter() {}

    /**
     * The filter, its variables still in it.
     *
     * @throws FlowsException INVALID_QUERY
     */
    public static Filter parse(JsonNode rule) {
        try {
            Filter filter = FilterParser.parseQuery(rule);
            return filter == null ? new Filter.Nothing() : filter;
        } catch (FilterException unreadable) {
            throw refusal(unreadable);
        }
    }

    static FlowsException refusal(FilterException problem) {
        String message = String.valueOf(problem.getMessage());
        return Refusals.invalidQuery(message.endsWith(".") ? message.substring(0, message.length() - 1) : message);
    }
}
