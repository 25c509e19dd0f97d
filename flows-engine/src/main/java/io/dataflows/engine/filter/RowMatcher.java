package io.dataflows.engine.filter;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Matches rows as a query does: a field that is null or absent matches only the tests that ask for it. */
final class RowMatcher {

    private RowMatcher() {}

    static boolean matches(Filter filter, JsonNode row) {
        if (filter instanceof FieldTest test) {
            return matches(test, row);
        }
        if (filter instanceof Filter.And and) {
            return and.parts().stream().allMatch(part -> matches(part, row));
        }
        if (filter instanceof Filter.Or or) {
            return or.parts().isEmpty() || or.parts().stream().anyMatch(part -> matches(part, row));
        }
        return true;
    }

    private static boolean matches(FieldTest test, JsonNode row) {
        JsonNode value = test.field().get(Source.of(row));
        if (test.operator().takesFilter()) {
            return elements(test, value);
        }
        boolean absent = value == null || value.isNull();
        boolean asked = !isFalse(test.operand());
        if (test.operand().isNull() && (test.operator() == Operator.EQ || test.operator() == Operator.NEQ)) {
            // In a query null is asked for like any value.
            return absent == (test.operator() == Operator.EQ);
        }
        return switch (test.operator()) {
            case NULL -> absent == asked;
            case NNULL -> absent != asked;
            case EMPTY -> isEmpty(value) == asked;
            case NEMPTY -> isEmpty(value) != asked;
            default ->
                value != null && !value.isNull() && RowComparison.matches(test.operator(), value, test.operand());
        };
    }

    private static boolean elements(FieldTest test, @Nullable JsonNode value) {
        Filter inner = test.inner();
        boolean any = false;
        if (value != null && inner != null) {
            for (JsonNode element : value) {
                any |= matches(inner, element);
            }
        }
        return any == (test.operator() == Operator.SOME);
    }

    private static boolean isEmpty(@Nullable JsonNode value) {
        return value == null
                || value.isNull()
                || value.isTextual() && value.textValue().isEmpty();
    }

    private static boolean isFalse(JsonNode operand) {
        return operand.isBoolean() && !operand.booleanValue();
    }
}
