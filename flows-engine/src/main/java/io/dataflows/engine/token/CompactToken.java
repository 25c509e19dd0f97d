package io.dataflows.engine.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.engine.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A token taken apart, unchecked.
 *
 * @param payload its JSON where it is an object or a list, or the header says so, else its plain text
 * @param signed the text that the signature is about
 * @param signature in base64url; may be empty
 */
record CompactToken(JsonNode header, JsonNode payload, String signed, String signature) {

    private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9_-]+\\.[a-zA-Z0-9_-]+\\.[a-zA-Z0-9_-]*");

    /**
     * Nothing for a text that is no token.
     *
     * @param json the payload must be JSON whatever the header says
     */
    static Optional<CompactToken> read(String token, boolean json) {
        if (!FORM.matcher(token).matches()) {
            return Optional.empty();
        }
        String[] parts = token.split("\\.", -1);
        return header(parts[0])
                .map(header -> new CompactToken(
                        header,
                        payload(
                                text(parts[1]),
                                json || "JWT".equals(header.path("typ").textValue())),
                        parts[0] + "." + parts[1],
                        parts[2]));
    }

    String algorithm() {
        return header.path("alg").isTextual() ? header.path("alg").textValue() : "";
    }

    /** The payload, or everything where the option {@code complete} asks for it. */
    JsonNode shown(JsonNode options) {
        JsonNode complete = options.path("complete");
        if (!complete.isBoolean() || !complete.booleanValue()) {
            return payload;
        }
        return Json.object()
                .<ObjectNode>set("header", header)
                .<ObjectNode>set("payload", payload)
                .put("signature", signature);
    }

    private static Optional<JsonNode> header(String part) {
        try {
            JsonNode header = Json.read(text(part));
            return header.isNull() || header.isMissingNode() ? Optional.empty() : Optional.of(header);
        } catch (JsonProcessingException noHeader) {
            return Optional.empty();
        }
    }

    private static JsonNode payload(String text, boolean json) {
        try {
            JsonNode read = Json.read(text);
            return json || read.isContainerNode() ? read : TextNode.valueOf(text);
        } catch (JsonProcessingException noJson) {
            if (json) {
                throw TokenErrors.syntax(noJson.getOriginalMessage());
            }
            return TextNode.valueOf(text);
        }
    }

    private static String text(String part) {
        return new String(bytes(part), StandardCharsets.UTF_8);
    }

    /** A last character that is too much is passed over, as in JavaScript. */
    private static byte[] bytes(String part) {
        String whole = part.length() % 4 == 1 ? part.substring(0, part.length() - 1) : part;
        return Base64.getUrlDecoder().decode(whole);
    }
}
