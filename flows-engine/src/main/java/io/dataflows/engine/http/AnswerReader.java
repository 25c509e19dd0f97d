package io.dataflows.engine.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.engine.json.Json;
import io.dataflows.model.capability.HttpAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Makes of an answer as it came what flows know: unpacked, its headers in lower case, its body read as JSON if it can be. */
final class AnswerReader {

    private final int maxSize;

    AnswerReader(int maxSize) {
        this.maxSize = maxSize;
    }

    HttpAnswer read(RawAnswer raw) {
        try {
            byte[] body = Packing.unpack(raw.header("content-encoding"), raw.body(), maxSize);
            String text = new String(body, StandardCharsets.UTF_8);
            return new HttpAnswer(raw.status(), raw.reason(), AnswerHeaders.of(raw.headers()), data(text));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static JsonNode data(String body) {
        String text = body.startsWith("\uFEFF") ? body.substring(1) : body;
        try {
            JsonNode value = Json.read(text);
            return value.isMissingNode() ? TextNode.valueOf(text) : value;
        } catch (JsonProcessingException plainText) {
            return TextNode.valueOf(text);
        }
    }
}
