package io.dataflows.engine.listing;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.query.FieldType;
import java.util.Set;

/** Which filter operators a list call may use on which type of field, and with which operands. */
public final class Operators {
    private static final Set<String> ANY = Set.of("_null", "_nnull");
    private static final Set<String> EQUAL = Set.of("_eq", "_neq", "_in", "_nin");
    private static final Set<String> ORDERED = Set.of("_lt", "_lte", "_gt", "_gte", "_between", "_nbetween");
    private static final Set<String> TEXTUAL = Set.of(
            "_contains",
            "_ncontains",
            "_icontains",
            "_starts_with",
            "_nstarts_with",
            "_istarts_with",
            "_nistarts_with",
            "_ends_with",
            "_nends_with",
            "_iends_with",
            "_niends_with",
            "_empty",
            "_nempty");

    private Operators() {}

    private static boolean fit(FieldType type, String operator, boolean function) {
        if (ANY.contains(operator)) {
            return true;
        }
        if (function) {
            return EQUAL.contains(operator) || ORDERED.contains(operator);
        }
        return switch (type) {
            case STRING, TEXT -> EQUAL.contains(operator) || TEXTUAL.contains(operator);
            case UUID, BOOLEAN -> EQUAL.contains(operator);
            case INTEGER, BIG_INTEGER, FLOAT, DECIMAL, DATE, TIME, DATE_TIME, TIMESTAMP ->
                EQUAL.contains(operator) || ORDERED.contains(operator);
            case JSON, CSV, HASH, ALIAS -> false;
        };
    }

    /**
     * @param function whether the test is of a function of the field, such as {@code year(created)}
     * @throws io.dataflows.model.error.FlowsException INVALID_QUERY
     */
    public static void check(FieldType type, String operator, JsonNode operand, boolean function) {
        if (!fit(type, operator, function)) {
            throw Refusals.invalidQuery(
                    "\"" + type.text() + "\" field type does not contain the \"" + operator + "\" filter operator");
        }
        if (wantsList(operator) && isEmptyList(operand)) {
            throw Refusals.invalidQuery("\"" + operator + "\" has to be an array of values");
        }
        if (operator.equals("_eq") && operand.isTextual() && operand.textValue().isEmpty()) {
            throw Refusals.invalidQuery("\"_eq\" can't be an empty text. Use \"_empty\" instead");
        }
    }

    private static boolean isEmptyList(JsonNode operand) {
        return operand.isNull() || operand.isEmpty() && operand.asText().isEmpty();
    }

    private static boolean wantsList(String operator) {
        return operator.equals("_in")
                || operator.equals("_nin")
                || operator.equals("_between")
                || operator.equals("_nbetween");
    }
}
