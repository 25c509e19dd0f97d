package io.dataflows.engine.listing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.filter.DynamicVariables;
import io.dataflows.engine.filter.Filter;
import io.dataflows.engine.filter.FilterEvaluator;
import io.dataflows.engine.filter.FilterException;
import io.dataflows.engine.filter.FilterParser;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.error.Refusals;
import java.util.function.Predicate;

/** Applies the rule of one field to rows; whatever can't be applied is the query's fault. */
record FilterRule(DynamicVariables variables) implements FieldTest.RuleTest {
    @Override
    public Predicate<ObjectNode> of(ObjectNode rule) {
        Filter filter = parse(rule);
        return row -> {
            try {
                return FilterEvaluator.matchesRow(filter, row);
            } catch (FilterException inapplicable) {
                throw refusal(inapplicable);
            }
        };
    }

    private Filter parse(ObjectNode rule) {
        try {
            Filter filter = FilterParser.parseQuery(rule);
            return filter == null ? new Filter.Nothing() : filter.resolve(variables);
        } catch (FilterException unreadable) {
            throw refusal(unreadable);
        }
    }

    private static FlowsException refusal(FilterException problem) {
        String message = String.valueOf(problem.getMessage());
        return Refusals.invalidQuery(message.endsWith(".") ? message.substring(0, message.length() - 1) : message);
    }
}
