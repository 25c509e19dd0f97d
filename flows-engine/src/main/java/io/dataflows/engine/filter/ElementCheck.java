package io.dataflows.engine.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Some, or none, of a list's elements pass a filter; null has no elements, any other value is its only one. */
final class ElementCheck implements Check {

    private final Filter inner;
    private final boolean wanted;
    private final List<Failure> failure;

    ElementCheck(Operator operator, Filter inner) {
        this.inner = inner instanceof Filter.Nothing ? new Filter.And(List.of()) : inner;
        this.wanted = operator == Operator.SOME;
        this.failure = List.of(
                wanted
                        ? Failure.of("some", "At least one element has to match.")
                        : Failure.of("none", "No element may match."));
    }

    @Override
    public List<Failure> failures(JsonNode value) {
        return anyPasses(value) == wanted ? PASSED : failure;
    }

    private boolean anyPasses(JsonNode value) {
        if (value.isNull()) {
            return false;
        }
        if (!value.isArray()) {
            return FilterEvaluator.passes(inner, Source.of(value));
        }
        for (JsonNode element : value) {
            if (FilterEvaluator.passes(inner, Source.of(element))) {
                return true;
            }
        }
        return false;
    }
}
