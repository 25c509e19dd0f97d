package io.dataflows.engine.secret;

import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.engine.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The forms in which a secret travels: as it is, inside JSON text, inside a URL or a form, and as part of Base64, which
 * is how a password goes into an authorization header.
 */
final class SecretForms {

    /** Base64 of fewer bytes is so short that it may stand in any text. */
    private static final int MIN_BASE64 = 6;

    /** An object in a text in an object in a text. */
    private static final int JSON_DEPTH = 3;

    private static final Pattern URL_PLAIN = Pattern.compile("%(21|27|28|29|7E)");
    private static final Pattern PERCENT = Pattern.compile("%[0-9A-F]{2}");

    private SecretForms() {}

    static Set<String> of(String secret) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(secret);
        if (!isPlain(secret)) {
            addJson(secret, forms);
            addUrl(secret, forms);
        }
        addBase64(secret.getBytes(StandardCharsets.UTF_8), forms);
        return forms;
    }

    private static void addJson(String secret, Set<String> forms) {
        String escaped = secret;
        for (int depth = 0; depth < JSON_DEPTH; depth++) {
            String json = Json.write(TextNode.valueOf(escaped));
            escaped = json.substring(1, json.length() - 1);
            forms.add(escaped);
        }
    }

    /** Most tokens are: such a text looks the same in JSON and in a URL. */
    private static boolean isPlain(String secret) {
        for (int at = 0; at < secret.length(); at++) {
            char c = secret.charAt(at);
            boolean plain =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
            if (!plain && c != '.') {
                return false;
            }
        }
        return true;
    }

    private static void addUrl(String secret, Set<String> forms) {
        String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        if (form.equals(secret)) {
            return;
        }
        String component = URL_PLAIN
                .matcher(form.replace("+", "%20"))
                .replaceAll(sign -> String.valueOf((char) Integer.parseInt(sign.group(1), 16)));
        for (String encoded : new String[] {form, component}) {
            forms.add(encoded);
            forms.add(PERCENT.matcher(encoded).replaceAll(sign -> sign.group().toLowerCase(Locale.ROOT)));
        }
    }

    /** A byte has three places in a group of Base64, so there are three texts, less the signs that neighbours share. */
    private static void addBase64(byte[] secret, Set<String> forms) {
        if (secret.length < MIN_BASE64) {
            return;
        }
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + secret.length];
            System.arraycopy(secret, 0, shifted, before, secret.length);
            int from = (before * 8 + 5) / 6;
            int to = shifted.length * 8 / 6;
            String text = Base64.getEncoder().encodeToString(shifted).substring(from, to);
            forms.add(text);
            forms.add(text.replace('+', '-').replace('/', '_'));
        }
    }
}
