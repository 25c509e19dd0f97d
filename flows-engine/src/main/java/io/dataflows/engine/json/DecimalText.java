package io.dataflows.engine.json;

/** Tells decimal numbers by their text; by hand, since a pattern costs ten times as much on the path of every condition. */
final class DecimalText {

    private DecimalText() {}

    /** Digits with an optional sign, fraction and exponent. */
    static boolean matches(String text) {
        int start = sign(text, 0);
        int end = digits(text, start);
        int count = end - start;
        if (end < text.length() && text.charAt(end) == '.') {
            int fraction = digits(text, end + 1);
            count += fraction - end - 1;
            end = fraction;
        }
        return count > 0 && exponent(text, end) == text.length();
    }

    private static int exponent(String text, int at) {
        if (at >= text.length() || (text.charAt(at) | 0x20) != 'e') {
            return at;
        }
        int from = sign(text, at + 1);
        int end = digits(text, from);
        return end > from ? end : at;
    }

    private static int sign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-') ? at + 1 : at;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
