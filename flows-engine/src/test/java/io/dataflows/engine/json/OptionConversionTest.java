package io.dataflows.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OptionConversionTest {

    static Stream<Arguments> cases() {
        return Vectors.cases(Vectors.read("option_conversion.json"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void convertsToObject(String name, JsonNode recorded) throws JsonProcessingException {
        JsonNode value = recorded.get("value");
        if (recorded.at("/toObject/throws").isMissingNode()) {
            assertThat(OptionConversion.toObject(value)).isEqualTo(recorded.at("/toObject/expected"));
        } else {
            assertThatThrownBy(() -> OptionConversion.toObject(value)).isInstanceOf(JsonProcessingException.class);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void convertsToText(String name, JsonNode recorded) {
        assertThat(OptionConversion.toText(recorded.get("value")))
                .isEqualTo(recorded.at("/toText/expected").textValue());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void convertsToList(String name, JsonNode recorded) {
        assertThat(OptionConversion.toList(recorded.get("value"))).isEqualTo(recorded.at("/toList/expected"));
    }
}
