package io.dataflows.engine.filter;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.json.JavaScriptNumber;
import io.dataflows.engine.json.JavaScriptSpace;
import java.math.BigDecimal;

/** Numbers in data: number nodes, and texts that are a decimal number. */
final class DataNumber {

    private static final double MAX_SAFE = 9007199254740991d;

    /** Reading a decimal takes time that grows with the square of its digits; no double needs that many. */
    private static final int MAX_TEXT = 400;

    private DataNumber() {}

    /** NaN for what is no number, infinite for a number that a double can't hold safely. */
    static double read(JsonNode value) {
        if (value.isNumber()) {
            return safe(value.doubleValue());
        }
        return value.isTextual() ? read(value.textValue()) : Double.NaN;
    }

    private static double read(String text) {
        double number = JavaScriptNumber.parseDecimal(text);
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return number;
        }
        return isExact(JavaScriptSpace.trim(text), number) ? safe(number) : Double.POSITIVE_INFINITY;
    }

    private static double safe(double number) {
        return Math.abs(number) <= MAX_SAFE ? number : Double.POSITIVE_INFINITY;
    }

    /** The double's own text says the same number, so no digit was lost. */
    private static boolean isExact(String text, double number) {
        if (number == 0) {
            // Not as a decimal, which can't have every exponent that a text can say.
            return isZero(text);
        }
        if (text.length() < 16) {
            return true;
        }
        return text.length() <= MAX_TEXT
                && new BigDecimal(text).compareTo(new BigDecimal(JavaScriptNumber.text(number))) == 0;
    }

    private static boolean isZero(String text) {
        for (char c : text.toCharArray()) {
            if (c >= '1' && c <= '9') {
                return false;
            }
            if (c == 'e' || c == 'E') {
                return true;
            }
        }
        return true;
    }
}
