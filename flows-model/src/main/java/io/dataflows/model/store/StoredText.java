package io.dataflows.model.store;

import org.jspecify.annotations.Nullable;

/**
 * Text in a form that every database takes, and back without loss. PostgreSQL refuses NUL, and no driver can encode half
 * of a surrogate pair: such characters become U+001A and four hex digits, and so does U+001A itself.
 */
public final class StoredText {

    private static final char ESCAPE = '\u001A';
    private static final int HEX_DIGITS = 4;

    private StoredText() {}

    public static String encode(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (mustEscape(text, i)) {
                return encodeFrom(text, i);
            }
        }
        return text;
    }

    static @Nullable String encodeOrNull(@Nullable String text) {
        return text == null ? null : encode(text);
    }

    private static String encodeFrom(String text, int start) {
        StringBuilder encoded = new StringBuilder(text.length() + 16).append(text, 0, start);
        for (int i = start; i < text.length(); i++) {
            if (mustEscape(text, i)) {
                encoded.append(ESCAPE).append(String.format("%04X", (int) text.charAt(i)));
            } else {
                encoded.append(text.charAt(i));
            }
        }
        return encoded.toString();
    }

    private static boolean mustEscape(String text, int index) {
        char c = text.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return index == 0 || !Character.isHighSurrogate(text.charAt(index - 1));
        }
        return c == 0 || c == ESCAPE;
    }

    /** @throws IllegalArgumentException when the text was not made by {@link #encode} */
    public static String decode(String stored) {
        int escape = stored.indexOf(ESCAPE);
        if (escape < 0) {
            return stored;
        }
        StringBuilder text = new StringBuilder(stored.length());
        int done = 0;
        while (escape >= 0) {
            int end = escape + 1 + HEX_DIGITS;
            if (end > stored.length()) {
                throw new IllegalArgumentException("Stored text ends inside an escape.");
            }
            text.append(stored, done, escape).append((char) Integer.parseInt(stored, escape + 1, end, 16));
            done = end;
            escape = stored.indexOf(ESCAPE, done);
        }
        return text.append(stored, done, stored.length()).toString();
    }

    static @Nullable String decodeOrNull(@Nullable String stored) {
        return stored == null ? null : decode(stored);
    }
}
