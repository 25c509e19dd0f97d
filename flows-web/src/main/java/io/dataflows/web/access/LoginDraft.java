package io.dataflows.web.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.model.error.Refusals;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of sign-in calls, and says in the recorded words what is wrong. */
final class LoginDraft {
    private static final Set<String> MODES = Set.of("json", "cookie", "session");

    private LoginDraft() {}

    static String required(JsonNode body, String name) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            throw Refusals.invalidPayload("\"" + name + "\" is required");
        }
        if (!value.isTextual()) {
            throw Refusals.invalidPayload("\"" + name + "\" must be a string");
        }
        return value.textValue();
    }

    static @Nullable String optional(JsonNode body, String name) {
        return body.hasNonNull(name) ? required(body, name) : null;
    }

    static String mode(JsonNode body, String otherwise) {
        String mode = optional(body, "mode");
        if (mode != null && !MODES.contains(mode)) {
            throw Refusals.invalidPayload("\"mode\" must be one of [json, cookie, session]");
        }
        return mode == null ? otherwise : mode;
    }
}
