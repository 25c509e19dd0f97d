package io.dataflows.engine.listing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.filter.DynamicVariables;
import io.dataflows.engine.filter.Filter;
import io.dataflows.engine.filter.FilterEvaluator;
import io.dataflows.engine.filter.FilterException;
import java.util.function.Predicate;

/** Applies the rule of one field to rows; whatever can't be applied is the query's fault. */
record FilterRule(DynamicVariables variables) implements FieldTest.RuleTest {
    @Override
    public Predicate<ObjectNode> of(ObjectNode rule) {
        Filter filter = QueryFilter.parse(rule).resolve(variables);
        return row -> {
            try {
                return FilterEvaluator.matchesRow(filter, row);
            } catch (FilterException inapplicable) {
                throw QueryFilter.refusal(inapplicable);
            }
        };
    }
}
