package io.dataflows.web.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Small values as the API writes them. */
public final class Values {
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Values() {}

    /** In UTC with milliseconds, for example {@code 2026-03-10T12:00:00.000Z}. */
    public static JsonNode text(@Nullable Instant instant) {
        return instant == null ? NullNode.getInstance() : TextNode.valueOf(MILLISECONDS.format(instant));
    }

    public static JsonNode text(@Nullable UUID id) {
        return id == null ? NullNode.getInstance() : TextNode.valueOf(id.toString());
    }

    public static JsonNode text(@Nullable String text) {
        return text == null ? NullNode.getInstance() : TextNode.valueOf(text);
    }

    public static JsonNode value(@Nullable JsonNode value) {
        return value == null ? NullNode.getInstance() : value;
    }
}
