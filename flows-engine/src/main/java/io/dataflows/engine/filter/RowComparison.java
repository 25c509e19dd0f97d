package io.dataflows.engine.filter;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.json.JavaScriptNumber;
import java.util.Locale;

/** Compares a row's value, which isn't null, with an operand, as a database column of the value's type would. */
final class RowComparison {

    private static final int INCOMPARABLE = Integer.MIN_VALUE;

    private RowComparison() {}

    static boolean matches(Operator operator, JsonNode value, JsonNode operand) {
        return switch (operator) {
            case EQ -> order(value, operand) == 0;
            case NEQ -> !operand.isNull() && order(value, operand) != 0;
            case IN -> isAnyOf(value, operand);
            case NIN -> !isAnyOf(value, operand);
            case GT, GTE, LT, LTE -> ordered(operator, order(value, operand));
            case BETWEEN -> isBetween(value, operand);
            case NBETWEEN -> !isBetween(value, operand);
            case SUBMITTED, PRESENT -> true;
            default -> text(operator, value, operand);
        };
    }

    private static boolean ordered(Operator operator, int order) {
        if (order == INCOMPARABLE) {
            return false;
        }
        return switch (operator) {
            case GT -> order > 0;
            case GTE -> order >= 0;
            case LT -> order < 0;
            default -> order <= 0;
        };
    }

    private static boolean isAnyOf(JsonNode value, JsonNode operands) {
        for (JsonNode operand : operands) {
            if (order(value, operand) == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBetween(JsonNode value, JsonNode operands) {
        return operands.size() == 2
                && ordered(Operator.GTE, order(value, operands.get(0)))
                && ordered(Operator.LTE, order(value, operands.get(1)));
    }

    private static int order(JsonNode value, JsonNode operand) {
        if (value.isNumber()) {
            return operand.isNumber()
                    ? SameValue.compareNumbers(value, operand)
                    : order(value.doubleValue(), Operands.number(operand), operand);
        }
        if (value.isBoolean()) {
            return order(value.booleanValue() ? 1 : 0, Operands.number(operand), operand);
        }
        if (!value.isTextual()) {
            return SameValue.test(value, operand) ? 0 : INCOMPARABLE;
        }
        return Moment.of(operand) != null ? dates(value, operand) : texts(value.textValue(), operand);
    }

    private static int order(double value, double operand, JsonNode original) {
        return original.isNull() || Double.isNaN(operand) ? INCOMPARABLE : Double.compare(value, operand);
    }

    private static int dates(JsonNode value, JsonNode operand) {
        double date = DataDate.read(value);
        return Double.isNaN(date) ? INCOMPARABLE : Double.compare(date, DataDate.operand(operand));
    }

    private static int texts(String value, JsonNode operand) {
        boolean scalar = operand.isTextual() || operand.isNumber() || operand.isBoolean();
        if (!scalar) {
            return INCOMPARABLE;
        }
        int order = value.compareTo(operand.isNumber() ? JavaScriptNumber.text(operand) : operand.asText());
        return Integer.signum(order);
    }

    private static boolean text(Operator operator, JsonNode value, JsonNode operand) {
        if (!operator.comparesText() || value.isContainerNode() || operand.isContainerNode() || operand.isNull()) {
            return false;
        }
        boolean ignoreCase = operator.ignoresCaseInRows();
        String text = folded(Operands.text(value), ignoreCase);
        String part = folded(Operands.text(operand), ignoreCase);
        boolean found =
                switch (operator) {
                    case CONTAINS, NCONTAINS, ICONTAINS -> Subtext.isIn(text, part);
                    case STARTS_WITH, NSTARTS_WITH, ISTARTS_WITH, NISTARTS_WITH -> text.startsWith(part);
                    default -> text.endsWith(part);
                };
        return found != operator.isNegated();
    }

    private static String folded(String text, boolean ignoreCase) {
        return ignoreCase ? text.toLowerCase(Locale.ROOT) : text;
    }
}
