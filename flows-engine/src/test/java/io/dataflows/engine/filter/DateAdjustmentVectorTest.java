package io.dataflows.engine.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.json.Vectors;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DateAdjustmentVectorTest {

    private static final JsonNode VECTORS = Vectors.read("adjust_date.json");

    static Stream<Arguments> cases() {
        return Vectors.cases(VECTORS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void movesAsRecorded(String name, JsonNode recorded) {
        Instant base = Instant.parse(VECTORS.get("base").asText());
        Instant moved = DateAdjustment.apply(base, recorded.get("adjustment").asText(), ZoneOffset.UTC);
        JsonNode expected = recorded.get("expected");
        assertThat(moved).isEqualTo(expected.isNull() ? null : Instant.parse(expected.asText()));
    }
}
