package io.dataflows.engine.filter;

/** Finds a text in another one in time that grows with both; Java's own search takes their product on hostile ones. */
final class Subtext {

    /** Java's search is quicker for parts up to this length. */
    private static final int SHORT = 64;

    private Subtext() {}

    static boolean isIn(String text, String part) {
        if (part.length() <= SHORT || part.length() > text.length()) {
            return text.contains(part);
        }
        int[] borders = borders(part);
        int matched = 0;
        for (int at = 0; at < text.length(); at++) {
            matched = next(part, borders, matched, text.charAt(at));
            if (matched == part.length()) {
                return true;
            }
        }
        return false;
    }

    /** For each beginning of the part: how much of its end is a beginning, too. */
    private static int[] borders(String part) {
        int[] borders = new int[part.length()];
        for (int at = 1; at < part.length(); at++) {
            borders[at] = next(part, borders, borders[at - 1], part.charAt(at));
        }
        return borders;
    }

    /** How many characters match after one more. */
    private static int next(String part, int[] borders, int matched, char c) {
        int length = matched;
        while (length > 0 && part.charAt(length) != c) {
            length = borders[length - 1];
        }
        return part.charAt(length) == c ? length + 1 : length;
    }
}
