package io.dataflows.engine.json;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerationException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Reads and writes JSON, the one way that the whole product does it. Numbers look like JavaScript's: {@code 1.0} is read
 * and written as {@code 1}; integers and decimals that are longer than a double keep all of their digits.
 */
public final class Json {

    private static final JsonMapper MAPPER =
            mapper(StreamReadConstraints.builder().maxNestingDepth(200).build());

    /** Outside text has limits; what we wrote ourselves must always come back. */
    private static final JsonMapper STORED = mapper(StreamReadConstraints.builder()
            .maxNestingDepth(StreamWriteConstraints.DEFAULT_MAX_DEPTH)
            .maxStringLength(Integer.MAX_VALUE)
            .maxNameLength(Integer.MAX_VALUE)
            .maxNumberLength(Integer.MAX_VALUE)
            .build());

    private Json() {}

    private static JsonMapper mapper(StreamReadConstraints limits) {
        return JsonMapper.builder(new JsonFactoryBuilder()
                        .streamReadConstraints(limits)
                        .addDecorator((factory, generator) -> new JavaScriptGenerator(generator))
                        .build())
                .nodeFactory(new CanonicalNumbers())
                .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
    }

    /** @throws JsonProcessingException when the text isn't one JSON value */
    public static JsonNode read(String text) throws JsonProcessingException {
        try {
            return MAPPER.readTree(text);
        } catch (NumberFormatException beyondBigDecimal) {
            throw new JsonParseException(null, "Number out of range", beyondBigDecimal);
        }
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
        try {
            return MAPPER.readTree(bytes);
        } catch (NumberFormatException beyondBigDecimal) {
            throw new JsonParseException(null, "Number out of range", beyondBigDecimal);
        }
    }

    public static String write(JsonNode value) {
        try {
            return LoneSurrogates.escape(MAPPER.writeValueAsString(value));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static byte[] writeBytes(JsonNode value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonGenerationException loneSurrogate) {
            return write(value).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectMapper mapper() {
        return MAPPER;
    }
}
