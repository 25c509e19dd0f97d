package io.dataflows.engine.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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

    /** Looks for each secret once per place where it stands, so that a text full of them takes linear time. */
    private String redact(String text) {
        StringBuilder redacted = new StringBuilder(text.length());
        int[] next = new int[secrets.size()];
        int from = 0;
        for (int first = first(text, next, from); first >= 0; first = first(text, next, from)) {
            Secret secret = secrets.get(first);
            redacted.append(text, from, next[first]).append(secret.mask());
            from = next[first] + secret.value().length();
        }
        return redacted.append(text, from, text.length()).toString();
    }

    /** Number of the secret that stands first in the rest of the text, the longest of those that start there; or -1. */
    private int first(String text, int[] next, int from) {
        int first = -1;
        for (int number = 0; number < next.length; number++) {
            if (next[number] < from || from == 0) {
                int at = text.indexOf(secrets.get(number).value(), from);
                next[number] = at < 0 ? Integer.MAX_VALUE : at;
            }
            if (next[number] < Integer.MAX_VALUE && (first < 0 || next[number] < next[first])) {
                first = number;
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
