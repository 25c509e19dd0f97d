package io.dataflows.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.json.Vectors;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CronVectorTest {

    private static final JsonNode VECTORS = Vectors.read("cron.json");

    static Stream<Arguments> cases() {
        return Vectors.cases(VECTORS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void firesAsRecorded(String name, JsonNode recorded) {
        String rule = recorded.get("rule").asText();
        if (!recorded.get("valid").asBoolean()) {
            assertThatThrownBy(() -> CronExpression.parse(rule))
                    .isInstanceOf(CronException.class)
                    .hasMessageContaining(rule);
            return;
        }
        // Fewer than three were recorded where the recorded product looked eight years ahead only.
        List<Instant> expected = new ArrayList<>();
        recorded.path("next").forEach(next -> expected.add(Instant.parse(next.asText())));
        assertThat(fires(CronExpression.parse(rule), Math.max(1, expected.size())))
                .isEqualTo(expected);
    }

    private static List<Instant> fires(CronExpression rule, int count) {
        List<Instant> fires = new ArrayList<>();
        Instant after = Instant.parse(VECTORS.get("from").asText());
        for (int index = 0; index < count; index++) {
            rule.next(fires.isEmpty() ? after : fires.get(index - 1), ZoneOffset.UTC)
                    .ifPresent(fires::add);
        }
        return fires;
    }
}
