package io.dataflows.engine.json;

/** Halves of a surrogate pair have no UTF-8 form, so JSON text carries them escaped, as JavaScript does. */
final class LoneSurrogates {

    private LoneSurrogates() {}

    static String escape(String json) {
        int at = next(json, 0);
        return at < 0 ? json : escape(json, at);
    }

    private static String escape(String json, int first) {
        StringBuilder escaped = new StringBuilder(json.length() + 16);
        int copied = 0;
        for (int at = first; at >= 0; at = next(json, at + 1)) {
            escaped.append(json, copied, at).append("\\u").append(Integer.toHexString(json.charAt(at)));
            copied = at + 1;
        }
        return escaped.append(json, copied, json.length()).toString();
    }

    private static int next(String text, int from) {
        int length = text.length();
        for (int at = from; at < length; at++) {
            char c = text.charAt(at);
            if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                continue;
            }
            boolean paired =
                    Character.isHighSurrogate(c) && at + 1 < length && Character.isLowSurrogate(text.charAt(at + 1));
            if (!paired) {
                return at;
            }
            at++;
        }
        return -1;
    }
}
