package io.dataflows.engine.ee.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.json.Json;
import org.jspecify.annotations.Nullable;

/** JSON and its text in a column; no value and JSON's null stay apart. */
final class StoredJson {

    private StoredJson() {}

    static @Nullable String text(@Nullable JsonNode value) {
        return value == null ? null : Json.write(value);
    }

    /** @throws IllegalArgumentException when the text isn't JSON */
    static @Nullable JsonNode value(@Nullable String text) {
        try {
            return text == null ? null : Json.readStored(text);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("Stored JSON is broken: " + unreadable.getOriginalMessage(), unreadable);
        }
    }
}
