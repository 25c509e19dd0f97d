package io.dataflows.engine.filter;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.model.error.Fault;
import io.dataflows.model.run.FlowObject;
import java.util.ArrayList;
import java.util.List;

/** Applies a filter to data in memory. The filter's dynamic variables must be resolved. */
public final class FilterEvaluator {

    private FilterEvaluator() {}

    public static FilterVerdict evaluate(Filter filter, FlowObject data) {
        return evaluate(filter, data::get);
    }

    public static FilterVerdict evaluate(Filter filter, JsonNode data) {
        return evaluate(filter, Source.of(data));
    }

    /** Whether the data passes; a filter that can't be applied lets nothing pass. */
    public static boolean test(Filter filter, JsonNode data) {
        return test(filter, Source.of(data));
    }

    /** Whether a row passes as it would in a query: tests of absent or null fields fail instead of being errors. */
    public static boolean matchesRow(Filter filter, JsonNode row) {
        return RowMatcher.matches(filter, row);
    }

    static boolean test(Filter filter, Source source) {
        try {
            return passes(filter, source);
        } catch (FilterException inapplicable) {
            return false;
        }
    }

    private static FilterVerdict evaluate(Filter filter, Source source) {
        try {
            if (passes(filter, source)) {
                return FilterVerdict.PASSED;
            }
            List<Fault> faults = new ArrayList<>();
            explain(filter, source, faults);
            return FilterVerdict.failed(faults);
        } catch (FilterException inapplicable) {
            return FilterVerdict.broken(inapplicable);
        }
    }

    static boolean passes(Filter filter, Source source) {
        if (filter instanceof FieldTest test) {
            Check check = test.ready();
            JsonNode value = test.field().get(source);
            return value != null && check.failures(value).isEmpty();
        }
        if (filter instanceof Filter.And and) {
            return allPass(and, source);
        }
        return filter instanceof Filter.Or or ? anyPasses(or, source) : nothing();
    }

    /** Looks at every part, so that one that can't be read is told even where another one fails. */
    private static boolean allPass(Filter.And and, Source source) {
        boolean all = true;
        for (Filter part : and.parts()) {
            all &= passes(part, source);
        }
        return all;
    }

    private static boolean anyPasses(Filter.Or or, Source source) {
        for (Filter part : or.parts()) {
            if (passes(part, source)) {
                return true;
            }
        }
        return or.parts().isEmpty();
    }

    private static boolean nothing() {
        throw new FilterException("Filter ({}) names no field.");
    }

    private static void explain(Filter filter, Source source, List<Fault> into) {
        if (filter instanceof FieldTest test) {
            explain(test, source, into);
        } else if (filter instanceof Filter.And and) {
            and.parts().forEach(part -> explain(part, source, into));
        } else if (filter instanceof Filter.Or or && !anyPasses(or, source)) {
            or.parts().forEach(part -> explain(part, source, into));
        } else if (filter instanceof Filter.Nothing) {
            nothing();
        }
    }

    private static void explain(FieldTest test, Source source, List<Fault> into) {
        Check check = test.ready();
        JsonNode value = test.field().get(source);
        if (value != null) {
            List<String> path = test.path().isEmpty() ? List.of(test.operatorName()) : test.path();
            check.failures(value).forEach(failure -> into.add(failure.at(path)));
        } else if (test.path().isEmpty()) {
            into.add(withoutField(test));
        } else {
            into.add(Failure.REQUIRED.at(test.field().missing(source)));
        }
    }

    /** A filter that is an operator only: the recorded product takes the operator for a field. */
    private static Fault withoutField(FieldTest test) {
        JsonNode operand = test.operand();
        boolean falsy = operand.isNull() || operand.isBoolean() && !operand.booleanValue();
        if (operand.isTextual() || falsy || operand.isNumber() && operand.doubleValue() == 0) {
            throw new FilterException("RangeError", "A filter must be an object that names a field.");
        }
        return Failure.REQUIRED.at(List.of(test.operatorName()));
    }
}
