package io.dataflows.engine.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.json.Json;
import java.io.IOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code new RegExp(pattern).test(text)} of JavaScript gives; null where it throws. */
class JavaScriptPatternTest {

    static Stream<Arguments> patterns() throws IOException {
        try (var stream = JavaScriptPatternTest.class.getResourceAsStream("/filter/patterns.json")) {
            JsonNode patterns = Json.read(stream.readAllBytes());
            return StreamSupport.stream(patterns.spliterator(), false)
                    .map(row -> Arguments.of(
                            row.get(0).asText(),
                            row.get(1).asText(),
                            row.get(2).isNull() ? null : row.get(2).asBoolean()));
        }
    }

    @ParameterizedTest(name = "{index}: {0} in {1}")
    @MethodSource("patterns")
    void searchesAsJavaScriptDoes(String pattern, String text, @Nullable Boolean found) {
        if (found == null) {
            assertThatThrownBy(() -> TextPattern.of(pattern)).isInstanceOf(FilterException.class);
        } else {
            assertThat(TextPattern.of(pattern).isFoundIn(text)).isEqualTo(found);
        }
    }

    @Test
    void readsVeryLongPatternsWithoutRunningOutOfStack() {
        String pattern = "(?:\\(a)".repeat(3_000) + ")".repeat(3_000);
        assertThatThrownBy(() -> TextPattern.of(pattern + pattern)).isInstanceOf(FilterException.class);
    }
}
