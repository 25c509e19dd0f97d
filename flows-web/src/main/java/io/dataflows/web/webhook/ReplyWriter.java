package io.dataflows.web.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.AnswerCache;
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
 * @param place where the answer is kept, or null where no answer is
 */
record ReplyWriter(@Nullable String export, boolean detailed, AnswerCache.@Nullable Place place) {
    static ReplyWriter of(WebhookCall call, AnswerCache.@Nullable Place place) {
        String format = call.query().path("export").asText("");
        return new ReplyWriter(
                format.isEmpty() ? null : format, call.accountability().admin(), place);
    }

    /** The answer that was kept for this call, or null. */
    @Nullable
    Response kept() {
        JsonNode value = place == null ? null : place.found();
        return value == null ? null : labelled(value(value), true);
    }

    Response write(Reply reply) {
        return reply.fold(
                answered -> labelled(keeping(answered.value()), true),
                accepted -> labelled(Answers.nothing(), true),
                refused -> labelled(ErrorBody.of(refused.fault(), detailed), false));
    }

    private Response keeping(@Nullable JsonNode value) {
        if (value == null || isNothing(value)) {
            return Answers.nothing();
        }
        if (place != null) {
            place.keep(value);
        }
        return value(value);
    }

    private Response labelled(Response answer, boolean good) {
        if (place == null) {
            return answer;
        }
        Response.ResponseBuilder builder = Response.fromResponse(answer);
        place.statusHeader().ifPresent(name -> builder.header(name, place.status()));
        if (good) {
            place.cacheControl().ifPresent(text -> builder.header("Cache-Control", text));
        }
        return builder.build();
    }

    private Response value(JsonNode value) {
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
