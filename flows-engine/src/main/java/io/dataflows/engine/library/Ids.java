package io.dataflows.engine.library;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads ids strictly: {@link UUID#fromString} alone takes texts that are none. */
final class Ids {

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Ids() {}

    /** The id, or null when the value is none. */
    static @Nullable UUID parse(@Nullable JsonNode value) {
        return value != null
                        && value.isTextual()
                        && UUID_TEXT.matcher(value.textValue()).matches()
                ? UUID.fromString(value.textValue())
                : null;
    }
}
