package io.dataflows.engine.secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Finds the passwords and tokens that callers send, by the names of their members at any depth. */
record NamedSecrets(Consumer<String> into) {

    private static final Set<String> NAMES = Set.of(
            "password",
            "passwd",
            "token",
            "access_token",
            "refresh_token",
            "secret",
            "client_secret",
            "api_key",
            "apikey",
            "credentials");

    /** Members of such names also hold ordinary short words; as recorded, those stay readable. */
    private static final int MIN = 8;

    void findInTrigger(JsonNode trigger) {
        find(trigger.path("body"));
        find(trigger.path("query"));
    }

    private void find(JsonNode value) {
        for (var member : value.properties()) {
            if (NAMES.contains(member.getKey().toLowerCase(Locale.ROOT))) {
                SecretFinder.leaves(member.getValue(), this::take);
            } else {
                find(member.getValue());
            }
        }
        if (value instanceof ArrayNode list) {
            list.forEach(this::find);
        }
    }

    private void take(String text) {
        if (text.length() >= MIN) {
            into.accept(text);
        }
    }
}
