package io.dataflows.engine.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.json.OptionConversion;
import io.dataflows.model.capability.HttpCall;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The bytes that a request carries, and the content type that they make it have. */
final class RequestBody {

    private static final String TYPE = "Content-Type";
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private static final Set<String> FORM_METHODS = Set.of("POST", "PUT", "PATCH");
    private static final Set<String> USUALLY_BODYLESS = Set.of("GET", "HEAD", "DELETE", "OPTIONS", "TRACE");

    private RequestBody() {}

    /**
     * Sets the content type and gives the body, or null when none is to be sent. JSON is said to be JSON unless a header
     * spelt exactly {@code Content-Type} says otherwise; in any other spelling it is overridden, as flows know it.
     *
     * @param method in upper case
     */
    static byte @Nullable [] prepare(HttpCall call, String method, HeaderMap headers) {
        JsonNode body = call.body();
        if (body != null && isJson(body) && !hasExactType(call)) {
            headers.put(TYPE, JSON);
        }
        if (FORM_METHODS.contains(method)) {
            headers.putIfMissing(TYPE, FORM);
        }
        String type = headers.get(TYPE);
        String text = body == null ? "" : text(body, type == null ? "" : type);
        return text.isEmpty() && USUALLY_BODYLESS.contains(method) ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(JsonNode body, String type) {
        if (type.contains(JSON)) {
            return jsonText(body);
        }
        if (body.isContainerNode()) {
            return type.startsWith(FORM) ? FormText.of(body) : Json.write(body);
        }
        return body.isNull() ? "" : OptionConversion.toText(body);
    }

    /** Text that is JSON already goes out as it is, other text as a JSON text. */
    private static String jsonText(JsonNode body) {
        return body instanceof TextNode text
                        && (isJson(text) || text.textValue().isEmpty())
                ? text.textValue().strip()
                : Json.write(body);
    }

    private static boolean isJson(JsonNode body) {
        if (!body.isTextual()) {
            return true;
        }
        try {
            return !Json.read(body.textValue()).isMissingNode();
        } catch (JsonProcessingException plainText) {
            return false;
        }
    }

    private static boolean hasExactType(HttpCall call) {
        String last = "";
        for (var header : call.headers()) {
            last = header.name().equals(TYPE) ? header.value() : last;
        }
        return !last.isEmpty();
    }
}
