package io.dataflows.engine.filter;

import com.fasterxml.jackson.databind.JsonNode;

/** A bound that a number or a date (in milliseconds) is compared with. */
record Limit(Operator operator, double bound, Failure failure) {

    static Limit of(Operator operator, double bound, JsonNode shown) {
        String tail = "Value has to be " + words(operator) + " \"" + Operands.text(shown) + "\".";
        Failure failure = new Failure(operator.key().substring(1), tail, "valid", Moment.plain(shown));
        return new Limit(operator, bound, failure);
    }

    boolean admits(double value) {
        return switch (operator) {
            case GT -> value > bound;
            case GTE -> value >= bound;
            case LT -> value < bound;
            default -> value <= bound;
        };
    }

    private static String words(Operator operator) {
        return switch (operator) {
            case GT -> "greater than";
            case GTE -> "greater than or equal to";
            case LT -> "less than";
            default -> "less than or equal to";
        };
    }
}
