package io.dataflows.engine.filter;

import java.util.Locale;

/**
 * Compares texts as a JavaScript pattern does that ignores case: character by character in upper case, where a
 * character outside ASCII never becomes one inside. So a dotless {@code \u0131} is no {@code i}, and a long
 * {@code \u017f} no {@code s}.
 */
final class FoldedCase {

    private FoldedCase() {}

    /** Whether the part stands in the text at an index, which may lie outside. */
    static boolean isAt(String text, int from, String part) {
        if (from < 0 || from + part.length() > text.length()) {
            return false;
        }
        for (int at = 0; at < part.length(); at++) {
            char a = text.charAt(from + at);
            char b = part.charAt(at);
            if (a != b && fold(a) != fold(b)) {
                return false;
            }
        }
        return true;
    }

    private static char fold(char c) {
        if (c < 128) {
            return c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
        }
        String upper = String.valueOf(c).toUpperCase(Locale.ROOT);
        return upper.length() == 1 && upper.charAt(0) >= 128 ? upper.charAt(0) : c;
    }
}
