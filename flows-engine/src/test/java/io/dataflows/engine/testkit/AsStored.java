package io.dataflows.engine.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.json.Json;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Values as they come back from a database: JSON went through its text, instants have microseconds. */
final class AsStored {

    private AsStored() {}

    static @Nullable JsonNode json(@Nullable JsonNode value) {
        try {
            return value == null ? null : Json.readStored(Json.write(value));
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Instant instant(Instant value) {
        return value.truncatedTo(ChronoUnit.MICROS);
    }

    static @Nullable Instant instantOrNull(@Nullable Instant value) {
        return value == null ? null : instant(value);
    }
}
