package io.dataflows.engine.filter;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.model.run.FlowObject;
import io.dataflows.model.trigger.Accountability;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rendered filter, read: the filter, or why it can't be read, or neither where there is none.
 */
record ParsedFilter(@Nullable Filter filter, @Nullable FilterException broken) {

    static ParsedFilter of(JsonNode rendered) {
        try {
            return new ParsedFilter(FilterParser.parse(rendered), null);
        } catch (FilterException broken) {
            return new ParsedFilter(null, broken);
        }
    }

    FilterVerdict evaluate(FlowObject data, @Nullable Accountability accountability, Clock clock) {
        if (broken != null) {
            return FilterVerdict.broken(broken);
        }
        return filter == null
                ? FilterVerdict.PASSED
                : FilterEvaluator.evaluate(resolved(filter, accountability, clock), data);
    }

    boolean test(FlowObject data, @Nullable Accountability accountability, Clock clock) {
        if (filter == null) {
            return broken == null;
        }
        return FilterEvaluator.test(resolved(filter, accountability, clock), data::get);
    }

    void collectUnknownOperators(Set<String> into) {
        if (filter != null) {
            filter.collectUnknownOperators(into);
        }
    }

    private static Filter resolved(Filter filter, @Nullable Accountability accountability, Clock clock) {
        return filter.isDynamic() ? filter.resolve(DynamicVariables.of(accountability, clock)) : filter;
    }
}
