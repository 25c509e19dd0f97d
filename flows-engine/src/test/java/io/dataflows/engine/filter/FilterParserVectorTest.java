package io.dataflows.engine.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.dataflows.engine.json.Vectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FilterParserVectorTest {

    private static final JsonNode VECTORS = Vectors.read("parse_filter.json");

    static Stream<Arguments> cases() {
        return Vectors.cases(VECTORS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void normalisesAsRecorded(String name, JsonNode recorded) {
        if (recorded.has("throws")) {
            assertThatThrownBy(() -> normalise(recorded)).isInstanceOf(FilterException.class);
        } else {
            assertThat(normalise(recorded)).isEqualTo(recorded.get("expected"));
        }
    }

    private static JsonNode normalise(JsonNode recorded) {
        boolean undefined = recorded.path("filter").asText().equals("<<undefined>>");
        JsonNode source = undefined ? MissingNode.getInstance() : recorded.get("filter");
        Filter filter =
                recorded.get("skipCoercion").asBoolean() ? FilterParser.parse(source) : FilterParser.parseQuery(source);
        JsonNode caller =
                recorded.has("accountability") ? recorded.get("accountability") : VECTORS.get("accountability");
        return filter == null
                ? NullNode.getInstance()
                : filter.resolve(RecordedVariables.of(VECTORS, caller)).toJson();
    }
}
