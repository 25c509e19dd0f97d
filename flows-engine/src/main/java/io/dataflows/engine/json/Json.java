package io.dataflows.engine.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads and writes JSON, the one way that the whole product does it. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(200).build());
    }

    /** Outside text has limits; what we wrote ourselves must always come back. */
    private static final JsonMapper STORED = MAPPER.rebuild().build();

    static {
        STORED.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(StreamWriteConstraints.DEFAULT_MAX_DEPTH)
                        .maxStringLength(Integer.MAX_VALUE)
                        .maxNameLength(Integer.MAX_VALUE)
                        .maxNumberLength(Integer.MAX_VALUE)
                        .build());
    }

    private Json() {}

    /** @throws JsonProcessingException when the text isn't one JSON value */
    public static JsonNode read(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }

    /**
     * Reads text that {@link #write} gave, without the limits that outside text has.
     *
     * @throws JsonProcessingException when the text isn't one JSON value
     */
    public static JsonNode readStored(String text) throws JsonProcessingException {
        return STORED.readTree(text);
    }

    /** @throws IOException when the bytes aren't one JSON value in UTF-8 */
    public static JsonNode read(byte[] bytes) throws IOException {
        return MAPPER.readTree(bytes);
    }

    public static String write(JsonNode value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static byte[] writeBytes(JsonNode value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Converts a JSON object into a record; missing members are null, unknown ones are passed over.
     *
     * @throws JsonProcessingException when a member has the wrong type
     */
    public static <T> T convert(JsonNode value, Class<T> type) throws JsonProcessingException {
        return MAPPER.treeToValue(value, type);
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectMapper mapper() {
        return MAPPER;
    }
}
