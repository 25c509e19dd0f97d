package io.dataflows.engine.operation.mail;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Addresses in the forms that flows write: text, {@code {name, address}}, lists of them, lists in lists. */
final class Addresses {

    private Addresses() {}

    static List<String> of(@Nullable JsonNode value) {
        List<String> texts = new ArrayList<>();
        if (value != null) {
            collect(value, texts);
        }
        return texts;
    }

    private static void collect(JsonNode value, List<String> texts) {
        if (value.isArray()) {
            value.forEach(element -> collect(element, texts));
        } else if (value.isObject()) {
            String address = value.path("address").asText();
            String name = value.path("name").asText();
            texts.add(name.isEmpty() ? address : quoted(name) + " <" + address + ">");
        } else if (!value.isNull() && !value.asText().isBlank()) {
            texts.add(value.asText());
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
