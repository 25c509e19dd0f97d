package io.dataflows.engine.library;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.model.flow.StrictUuid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids as members of drafts. */
final class Ids {

    private Ids() {}

    /** The id, or null when the value is none. */
    static @Nullable UUID parse(@Nullable JsonNode value) {
        return value != null && value.isTextual()
                ? StrictUuid.parse(value.textValue()).orElse(null)
                : null;
    }
}
