package io.dataflows.engine.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;

/** Equality of JSON values by type and content; {@code 5} and {@code 5.0} are the same number. */
final class SameValue {

    private SameValue() {}

    static boolean test(JsonNode a, JsonNode b) {
        if (a == b) {
            return true;
        }
        JsonNodeType type = a.getNodeType();
        if (type != b.getNodeType()) {
            return false;
        }
        if (type == JsonNodeType.NUMBER) {
            return compareNumbers(a, b) == 0;
        }
        return a.isContainerNode() ? a.equals(SameValue::compare, b) : a.equals(b);
    }

    private static int compare(JsonNode a, JsonNode b) {
        return test(a, b) ? 0 : 1;
    }

    /** Integers exactly, other numbers as doubles. */
    static int compareNumbers(JsonNode a, JsonNode b) {
        if (a.canConvertToLong() && b.canConvertToLong() && a.isIntegralNumber() && b.isIntegralNumber()) {
            return Long.compare(a.longValue(), b.longValue());
        }
        if (a.isBigInteger() && b.isBigInteger()) {
            return a.bigIntegerValue().compareTo(b.bigIntegerValue());
        }
        return Double.compare(a.doubleValue() + 0.0, b.doubleValue() + 0.0);
    }
}
