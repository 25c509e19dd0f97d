package io.dataflows.web.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.model.reply.Reply;
import io.dataflows.model.trigger.WebhookCall;
import io.dataflows.web.collection.Export;
import io.dataflows.web.error.ErrorBody;
import io.dataflows.web.http.Answers;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * Turns a reply into an answer: a value goes out as it is, without an envelope, and what counts as nothing is a 204.
 *
 * @param export the format that the member {@code data} of the value is wanted in, or null
 * @param detailed whether the caller may read what went wrong inside
 */
record ReplyWriter(@Nullable String export, boolean detailed) {
    static ReplyWriter of(WebhookCall call) {
        String format = call.query().path("export").asText("");
        return new ReplyWriter(
                format.isEmpty() ? null : format, call.accountability().admin());
    }

    Response write(Reply reply) {
        return reply.fold(
                answered -> value(answered.value()),
                accepted -> Answers.nothing(),
                refused -> ErrorBody.of(refused.fault(), detailed));
    }

    private Response value(@Nullable JsonNode value) {
        if (value == null || isNothing(value)) {
            return Answers.nothing();
        }
        return export != null && value.has("data")
                ? Export.of(export, value.path("data"), "data")
                : Answers.json(value);
    }

    /** Null, false, zero and the empty text are nothing; an empty object or list is something. */
    private static boolean isNothing(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL, MISSING -> true;
            case BOOLEAN -> !value.booleanValue();
            case NUMBER -> value.decimalValue().signum() == 0;
            case STRING -> value.textValue().isEmpty();
            default -> false;
        };
    }
}
