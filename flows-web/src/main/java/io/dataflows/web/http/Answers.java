package io.dataflows.web.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.JsonText;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/** Makes answers: bytes with a content type, so that no server's own JSON provider has a say. */
public final class Answers {
    public static final String JSON = "application/json; charset=utf-8";

    private Answers() {}

    public static Response json(JsonNode value) {
        return json(Response.Status.OK.getStatusCode(), value);
    }

    public static Response json(int status, JsonNode value) {
        return bytes(status, JSON, JsonText.writeBytes(value));
    }

    /** {@code {"data": value}}. */
    public static Response data(JsonNode value) {
        return json(dataOf(value));
    }

    public static ObjectNode dataOf(JsonNode value) {
        return JsonNodeFactory.instance.objectNode().set("data", value);
    }

    public static Response text(String contentType, String text) {
        return bytes(Response.Status.OK.getStatusCode(), contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    /** 204. */
    public static Response nothing() {
        return Response.noContent().build();
    }

    private static Response bytes(int status, String contentType, byte[] body) {
        return Response.status(status)
                .header("Content-Type", contentType)
                .entity(body)
                .build();
    }
}
