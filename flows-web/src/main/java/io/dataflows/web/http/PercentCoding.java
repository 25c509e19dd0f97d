package io.dataflows.web.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Decodes query strings; a text that isn't coded rightly stays as it is. */
final class PercentCoding {
    private PercentCoding() {}

    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text.replace('+', ' ');
        }
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badlyCoded) {
            return text;
        }
    }
}
