package io.dataflows.engine.json;

import com.fasterxml.jackson.core.io.NumberOutput;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers written and read as JavaScript does it: {@code 5} for 5.0, {@code 1e+21}, {@code 0} for -0. */
public final class JavaScriptNumber {

    private static final long SAFE = 1L << 53;

    /** More binary digits than a double can hold. */
    private static final int MAX_RADIX_DIGITS = 1024;

    private JavaScriptNumber() {}

    /** The text of a number node; digits beyond a double's precision are kept. */
    public static String text(JsonNode number) {
        if (number.isIntegralNumber()) {
            return number.asText();
        }
        return number.isBigDecimal() ? text(number.decimalValue()) : text(number.doubleValue());
    }

    /** The shortest text that reads back as the same double. */
    public static String text(double number) {
        long whole = (long) number;
        if (whole == number && Math.abs(number) < SAFE) {
            return Long.toString(whole);
        }
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return Double.toString(number);
        }
        return layOut(new BigDecimal(NumberOutput.toString(number, true)));
    }

    /** The text of an exact decimal; all of its digits. */
    public static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : layOut(number);
    }

    private static String layOut(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        long exponent = (long) stripped.precision() - stripped.scale() - 1;
        if (exponent > -7 && exponent < 21) {
            return stripped.toPlainString();
        }
        String digits = stripped.unscaledValue().abs().toString();
        String sign = stripped.signum() < 0 ? "-" : "";
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        return sign + digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }

    /** The node that reading the number's text would give. */
    public static JsonNode node(double number) {
        long whole = (long) number;
        if (whole != number || Math.abs(number) > SAFE) {
            return DoubleNode.valueOf(number);
        }
        return whole == (int) whole ? IntNode.valueOf((int) whole) : LongNode.valueOf(whole);
    }

    /** What {@code Number(text)} gives: 0 for blank text, NaN for text that isn't a number. */
    public static double parse(String text) {
        String trimmed = JavaScriptSpace.trim(text);
        if (trimmed.isEmpty()) {
            return 0;
        }
        return DecimalText.matches(trimmed) ? Double.parseDouble(trimmed) : special(trimmed);
    }

    /** A decimal number with optional white space around; NaN for blank text and anything else. */
    public static double parseDecimal(String text) {
        String trimmed = JavaScriptSpace.trim(text);
        return DecimalText.matches(trimmed) ? Double.parseDouble(trimmed) : Double.NaN;
    }

    private static double special(String text) {
        return switch (text) {
            case "Infinity", "+Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> radix(text);
        };
    }

    private static double radix(String text) {
        if (text.length() < 3 || text.charAt(0) != '0') {
            return Double.NaN;
        }
        int radix =
                switch (text.charAt(1)) {
                    case 'x', 'X' -> 16;
                    case 'o', 'O' -> 8;
                    case 'b', 'B' -> 2;
                    default -> 0;
                };
        String digits = text.substring(2);
        boolean readable = radix > 0 && digits.chars().allMatch(c -> c < 128 && Character.digit(c, radix) >= 0);
        if (!readable) {
            return Double.NaN;
        }
        return digits.length() > MAX_RADIX_DIGITS
                ? Double.POSITIVE_INFINITY
                : new BigInteger(digits, radix).doubleValue();
    }
}
