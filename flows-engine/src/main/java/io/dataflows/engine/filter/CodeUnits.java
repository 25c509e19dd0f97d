package io.dataflows.engine.filter;

/**
 * JavaScript patterns see the two halves of a character beyond 16 bits as two characters. Both matchers here would see
 * one, so each half is replaced by a character of the private use area, in patterns and in texts.
 */
final class CodeUnits {

    private static final int SHIFT = '\ue000' - Character.MIN_SURROGATE;

    private CodeUnits() {}

    static String of(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (Character.isSurrogate(text.charAt(at))) {
                return replaced(text);
            }
        }
        return text;
    }

    static int of(int unit) {
        return unit >= Character.MIN_SURROGATE && unit <= Character.MAX_SURROGATE ? unit + SHIFT : unit;
    }

    private static String replaced(String text) {
        char[] units = text.toCharArray();
        for (int at = 0; at < units.length; at++) {
            units[at] = (char) of(units[at]);
        }
        return new String(units);
    }
}
