package io.dataflows.engine.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values that must not be stored, wherever in a text they stand. */
final class SecretValues {

    private final List<Secret> secrets;

    private SecretValues(List<Secret> secrets) {
        this.secrets = secrets;
    }

    static SecretValues of(JsonNode env) {
        List<Secret> secrets = new ArrayList<>();
        for (var member : env.properties()) {
            if (member.getValue().isTextual() && !member.getValue().textValue().isEmpty()) {
                secrets.add(Secret.of(member.getKey(), member.getValue().textValue()));
            }
        }
        // The longest first: of a secret that holds another one nothing may be left over.
        secrets.sort(Comparator.comparingInt((Secret secret) -> secret.value().length())
                .reversed());
        return new SecretValues(List.copyOf(secrets));
    }

    TextNode redact(TextNode node) {
        String text = node.textValue();
        for (Secret secret : secrets) {
            if (text.contains(secret.value())) {
                return TextNode.valueOf(redact(text));
            }
        }
        return node;
    }

    private String redact(String text) {
        StringBuilder redacted = new StringBuilder(text.length());
        int from = 0;
        for (Secret secret = next(text, from); secret != null; secret = next(text, from)) {
            int at = text.indexOf(secret.value(), from);
            redacted.append(text, from, at).append(secret.mask());
            from = at + secret.value().length();
        }
        return redacted.append(text, from, text.length()).toString();
    }

    /** The secret that stands first in the rest of the text; the longest of those that start there. */
    private @Nullable Secret next(String text, int from) {
        Secret first = null;
        int firstAt = text.length();
        for (Secret secret : secrets) {
            int at = text.indexOf(secret.value(), from);
            if (at >= 0 && at < firstAt) {
                first = secret;
                firstAt = at;
            }
        }
        return first;
    }

    private record Secret(String value, String mask) {

        static Secret of(String name, String value) {
            return new Secret(value, "--redacted:" + name + "--");
        }
    }
}
