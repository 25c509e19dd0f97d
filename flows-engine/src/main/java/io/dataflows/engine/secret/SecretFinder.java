package io.dataflows.engine.secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the values that are secret by where they stand in a run's data, so that they can be masked everywhere else. */
record SecretFinder(SecretHeaders headers, Consumer<String> into) {

    /** @param name of the member that holds the value, or null */
    void find(JsonNode value, @Nullable String name) {
        if (value instanceof ObjectNode object) {
            for (var member : object.properties()) {
                look(member.getKey(), member.getValue(), name);
            }
        } else if (value instanceof ArrayNode list) {
            // The members of each element stand below the list's own name: a secret in a list is as secret as any.
            for (JsonNode element : list) {
                find(element, name);
            }
        }
    }

    private void look(String name, JsonNode value, @Nullable String parent) {
        if (SecretNames.isHeaders(parent) && headers.contains(name)) {
            header(name, value);
        } else if (SecretNames.holdSecret(parent, name)) {
            leaves(value, into);
        } else if (value.isContainerNode()) {
            find(value, name);
        }
    }

    private void header(String name, JsonNode value) {
        if (value.isTextual()) {
            HeaderSecrets.find(name, value.textValue(), into);
        }
        for (JsonNode element : value) {
            header(name, element);
        }
    }

    /** Every text and number in it. */
    static void leaves(JsonNode value, Consumer<String> into) {
        if (value.isTextual() || value.isIntegralNumber()) {
            into.accept(value.asText());
        }
        for (JsonNode element : value) {
            leaves(element, into);
        }
    }
}
