package io.dataflows.engine.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code Date.parse} of JavaScript gives for a text in UTC: milliseconds since 1970, or null. */
class DateTextTest {

    static Stream<Arguments> dates() throws IOException {
        try (var stream = DateTextTest.class.getResourceAsStream("/filter/dates.json")) {
            JsonNode dates = Json.read(stream.readAllBytes());
            return StreamSupport.stream(dates.spliterator(), false)
                    .map(date -> Arguments.of(
                            date.get(0).asText(),
                            date.get(1).isNull() ? null : date.get(1).asLong()));
        }
    }

    @ParameterizedTest(name = "{index}: {0}")
    @MethodSource("dates")
    void readsDatesAsJavaScriptDoes(String text, @Nullable Long millis) {
        Instant date = DateText.parse(text);
        assertThat(date).isEqualTo(millis == null ? null : Instant.ofEpochMilli(millis));
    }
}
