package io.dataflows.engine.secret;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** What is secret of the flows' environment. */
final class EnvSecrets {

    private final List<SecretPattern> patterns = new ArrayList<>();
    private final Map<String, String> numbers = new HashMap<>();

    private EnvSecrets() {}

    /** The texts that aren't empty, however short, as they are. */
    static SecretGroup texts(JsonNode env) {
        EnvSecrets secrets = new EnvSecrets();
        env.properties().forEach(member -> secrets.text(member.getValue(), mask(member.getKey())));
        return new SecretGroup(secrets.patterns, Map.of());
    }

    /** The texts and the longer numbers, and those that are worth it in all of their forms. */
    static SecretGroup all(JsonNode env) {
        EnvSecrets secrets = new EnvSecrets();
        env.properties().forEach(member -> secrets.text(member.getValue(), mask(member.getKey())));
        env.properties().forEach(member -> secrets.number(member.getValue(), mask(member.getKey())));
        secrets.forms();
        return new SecretGroup(secrets.patterns, secrets.numbers);
    }

    private static String mask(String name) {
        return "--redacted:" + name + "--";
    }

    private void text(JsonNode value, String mask) {
        if (value.isTextual() && !value.textValue().isEmpty()) {
            patterns.add(new SecretPattern(value.textValue(), mask, false));
            if (SecretStrength.isNumber(value.textValue())) {
                numbers.put(value.textValue(), mask);
            }
        }
    }

    /** A setting that looks like a number became one; {@code 0.0000001} has two spellings. */
    private void number(JsonNode value, String mask) {
        String plain = value.isNumber() ? value.decimalValue().toPlainString() : "";
        if (SecretStrength.isLongNumber(plain)) {
            for (String text : new LinkedHashSet<>(List.of(plain, value.asText()))) {
                patterns.add(new SecretPattern(text, mask, SecretStrength.isShort(text)));
                numbers.put(text, mask);
            }
        }
    }

    private void forms() {
        for (SecretPattern pattern : List.copyOf(patterns)) {
            if (SecretStrength.isWorthTracking(pattern.text())) {
                SecretForms.of(pattern.text()).forEach(form -> patterns.add(pattern.as(form)));
            }
        }
    }
}
