package io.dataflows.engine.secret;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the secrets out of a header's value: credentials without their scheme, a password, the value of each cookie. */
final class HeaderSecrets {

    private static final Pattern CREDENTIALS = Pattern.compile("\\s*([A-Za-z][A-Za-z0-9_-]*)\\s+(\\S.*?)\\s*");

    /** Shorter cookies hold a language or a choice. */
    private static final int MIN_COOKIE = 8;

    private HeaderSecrets() {}

    static void find(String header, String value, Consumer<String> into) {
        String name = header.toLowerCase(Locale.ROOT);
        if (name.contains("cookie")) {
            cookies(value, into);
        } else {
            credentials(value, into);
        }
    }

    private static void credentials(String value, Consumer<String> into) {
        Matcher credentials = CREDENTIALS.matcher(value);
        if (!credentials.matches()) {
            into.accept(value.strip());
            return;
        }
        into.accept(credentials.group(2));
        if (credentials.group(1).equalsIgnoreCase("basic")) {
            password(credentials.group(2), into);
        }
    }

    private static void password(String encoded, Consumer<String> into) {
        byte[] decoded;
        try {
            decoded = Base64.getDecoder().decode(encoded);
        } catch (IllegalArgumentException noBase64) {
            // Then nobody can read a password from it; the text itself is masked.
            return;
        }
        String pair = new String(decoded, StandardCharsets.UTF_8);
        into.accept(pair);
        into.accept(pair.substring(pair.indexOf(':') + 1));
    }

    private static void cookies(String value, Consumer<String> into) {
        into.accept(value.strip());
        for (String cookie : value.split(";", -1)) {
            String content = unquoted(cookie.substring(cookie.indexOf('=') + 1).strip());
            if (content.length() >= MIN_COOKIE) {
                into.accept(content);
            }
        }
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
