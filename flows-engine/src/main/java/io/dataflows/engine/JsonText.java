package io.dataflows.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Reads and writes the JSON of the API. */
public final class JsonText {
    private JsonText() {}

    /**
     * Reads one JSON value from bytes, which must be UTF-8.
     *
     * @throws MalformedJson with a reason that the sender may see
     */
    public static JsonNode read(byte[] bytes) throws MalformedJson {
        return read(decode(bytes));
    }

    /** @throws MalformedJson with a reason that the sender may see */
    public static JsonNode read(String text) throws MalformedJson {
        JsonNode value;
        try {
            value = Json.read(text);
        } catch (JsonProcessingException malformed) {
            throw new MalformedJson(reason(malformed), malformed);
        }
        if (value.isMissingNode()) {
            throw new MalformedJson("Unexpected end of JSON input", null);
        }
        return value;
    }

    public static byte[] writeBytes(JsonNode value) {
        return Json.writeBytes(value);
    }

    public static String write(JsonNode value) {
        return Json.write(value);
    }

    private static String decode(byte[] bytes) throws MalformedJson {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new MalformedJson("The text is not UTF-8", notUtf8);
        }
    }

    private static String reason(JsonProcessingException malformed) {
        var location = malformed.getLocation();
        String message = malformed.getOriginalMessage().lines().findFirst().orElse("Malformed JSON");
        return location == null
                ? message
                : message + " (line " + location.getLineNr() + " column " + location.getColumnNr() + ")";
    }
}
