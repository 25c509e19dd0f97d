package io.dataflows.engine.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A proxy that the administrator named.
 *
 * @param userInfo {@code user:password} with its escapes, or null
 */
record Proxy(String host, int port, @Nullable String userInfo) {

    private static final Pattern FORM =
            Pattern.compile("(?:http://)?(?:([^/]*)@)?(\\[[0-9a-fA-F:.]+]|[^:/@\\[\\]]+)(?::(\\d{1,5}))?/?");

    /** @throws IllegalArgumentException when it can't be read; its text isn't repeated, since it may hold a password */
    static Proxy parse(String scheme, String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("Setting " + scheme.toUpperCase(java.util.Locale.ROOT)
                    + "_PROXY is no proxy. Maybe write http://host:port; proxies that ask for TLS are not supported.");
        }
        String host = form.group(2).replaceAll("[\\[\\]]", "");
        return new Proxy(host, form.group(3) == null ? 80 : Integer.parseInt(form.group(3)), form.group(1));
    }
}
