package io.dataflows.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @CsvSource({
        "1.0, 1",
        "-0.0, 0",
        "1e3, 1000",
        "100.00, 100",
        "1.50, 1.5",
        "1e21, 1e+21",
        "123456789012345680000.0, 123456789012345680000",
        "0.000001, 0.000001",
        "0.0000001, 1e-7",
        "1.5e300, 1.5e+300",
        "5e-324, 5e-324",
        "9007199254740993, 9007199254740993",
        "123456789012345678901234567890, 123456789012345678901234567890",
        "0.1234567890123456789012345, 0.1234567890123456789012345",
        "2147483648, 2147483648",
        "1e400, 1e+400",
        "1e-400, 1e-400",
        "1e99999, null",
        "1e-99999, 0"
    })
    void writesNumbersAsJavaScriptDoesAndLosesNoDigits(String read, String written) throws JsonProcessingException {
        assertThat(Json.write(Json.read(read))).isEqualTo(written);
        assertThat(new String(Json.writeBytes(Json.read("[" + read + "]")), StandardCharsets.UTF_8))
                .isEqualTo("[" + written + "]");
    }

    @Test
    void makesOneNodeOfOneNumberHoweverItIsWritten() throws JsonProcessingException {
        assertThat(Json.read("[1.0, 1e0, 10e-1]")).isEqualTo(Json.read("[1, 1, 1]"));
        assertThat(Json.read("1.50")).isEqualTo(Json.read("15e-1"));
        assertThat(Json.read("3000000000.0")).isEqualTo(Json.read("3000000000"));
    }

    @Test
    void writesComputedNumbersAsJavaScriptDoes() {
        ObjectNode json = Json.object()
                .put("a", 5.0)
                .put("b", 1.1f)
                .put("c", Double.NaN)
                .put("d", new BigDecimal("1E+2"))
                .put("e", 2e-3);
        assertThat(Json.write(json)).isEqualTo("{\"a\":5,\"b\":1.1,\"c\":null,\"d\":100,\"e\":0.002}");
    }

    @Test
    void writesLoneSurrogatesEscaped() throws JsonProcessingException {
        JsonNode text = Json.read("[\"a\\ud800b\", \"\ud83d\ude00\", \"\\udc00\"]");
        String written = "[\"a\\ud800b\",\"\ud83d\ude00\",\"\\udc00\"]";
        assertThat(Json.write(text)).isEqualTo(written);
        assertThat(new String(Json.writeBytes(text), StandardCharsets.UTF_8)).isEqualTo(written);
    }

    @Test
    void writesControlCharactersInLowerCase() {
        assertThat(Json.write(Json.object().put("a", "\u001f\n"))).isEqualTo("{\"a\":\"\\u001f\\n\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1,]", "{\"a\":1} x", "01", "[1e99999999999]", "NaN", "'a'"})
    void refusesWhatIsNotOneJsonValue(String text) {
        assertThatThrownBy(() -> OptionConversion.toObject(Json.object().textNode(text)))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void refusesNumbersBeyondAnyRangeInBytesToo() {
        byte[] bytes = "{\"a\":-1e-99999999999}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Json.read(bytes)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void refusesJsonThatIsNestedTooDeeply() {
        assertThatThrownBy(() -> Json.read("[".repeat(100_000))).isInstanceOf(JsonProcessingException.class);
    }
}
