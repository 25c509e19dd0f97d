package io.dataflows.engine.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of URLs: what needs it gets it, what has it keeps it. */
final class UrlText {

    private static final String SAFE_MARKS = "!#$&'()*+,-./:;=?@[\\]^_|~";

    /** What of these is left a URL takes, but a request line doesn't. */
    private static final String UNSAFE_IN_LINE = "[]\\^|#";

    private UrlText() {}

    /** As people write it → all in ASCII, without blanks; the structure stays. */
    static String encode(String url) {
        return encode(url, SAFE_MARKS);
    }

    /** A path as a request line takes it. */
    static String encodePath(String path) {
        return encode(path, without(UNSAFE_IN_LINE));
    }

    /** A query as a request line takes it; brackets stay, since many servers know them there. */
    static String encodeQuery(String query) {
        return encode(query, without(UNSAFE_IN_LINE.substring(2)));
    }

    /**
     * Text with its escapes replaced.
     *
     * @throws CharacterCodingException when they aren't UTF-8
     */
    static String decode(String text) throws CharacterCodingException {
        ByteBuffer bytes = ByteBuffer.allocate(text.getBytes(StandardCharsets.UTF_8).length);
        int from = 0;
        while (from < text.length()) {
            if (isEscape(text, from)) {
                bytes.put((byte) Integer.parseInt(text.substring(from + 1, from + 3), 16));
                from += 3;
            } else {
                int next = text.offsetByCodePoints(from, 1);
                bytes.put(text.substring(from, next).getBytes(StandardCharsets.UTF_8));
                from = next;
            }
        }
        return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    }

    private static String without(String marks) {
        StringBuilder left = new StringBuilder();
        SAFE_MARKS.chars().filter(mark -> marks.indexOf(mark) < 0).forEach(mark -> left.append((char) mark));
        return left.toString();
    }

    private static String encode(String text, String marks) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            int point = text.codePointAt(at);
            if (isEscape(text, at) || isAlphanumeric(point) || point < 128 && marks.indexOf(point) >= 0) {
                encoded.appendCodePoint(point);
            } else {
                for (byte part : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append(String.format("%%%02X", part));
                }
            }
        }
        return encoded.toString();
    }

    private static boolean isEscape(String text, int at) {
        return text.charAt(at) == '%'
                && at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0
                && text.charAt(at + 1) < 128
                && text.charAt(at + 2) < 128;
    }

    private static boolean isAlphanumeric(int point) {
        return point >= 'a' && point <= 'z' || point >= 'A' && point <= 'Z' || point >= '0' && point <= '9';
    }
}
