package io.dataflows.engine.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.json.Vectors;
import io.dataflows.model.error.ErrorCode;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RedactorTest {

    private static final JsonNode VECTORS = Vectors.read("redaction.json");
    private static final Redactor REDACTOR = Redactor.of(VECTORS.get("environmentValues"));

    static Stream<Arguments> cases() {
        return Vectors.cases(VECTORS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void redactsAsRecorded(String name, JsonNode recorded) {
        JsonNode before = recorded.get("input").deepCopy();
        assertThat(REDACTOR.redactData(recorded.get("input"))).isEqualTo(recorded.get("expected"));
        assertThat(recorded.get("input")).isEqualTo(before);
    }

    @Test
    void sharesWhatHoldsNoSecret() throws JsonProcessingException {
        JsonNode data = Json.read("{\"a\":{\"b\":[1,\"x\"]},\"c\":{\"payload\":{\"password\":\"p\"}}}");
        JsonNode redacted = REDACTOR.redactData(data);
        assertThat(redacted.get("a")).isSameAs(data.get("a"));
        assertThat(redacted.at("/c/payload/password").asText()).isEqualTo("--redacted--");
        assertThat(REDACTOR.redactData(data.get("a"))).isSameAs(data.get("a"));
    }

    @Test
    void masksValuesOnlyInOptions() throws JsonProcessingException {
        JsonNode options = Json.read("{\"payload\":{\"password\":\"p\"},\"a\":\"=sup3rs3cret=\"}");
        JsonNode redacted = REDACTOR.redactValues(options);
        assertThat(redacted)
                .isEqualTo(Json.read("{\"payload\":{\"password\":\"p\"},\"a\":\"=--redacted:MY_SECRET--=\"}"));
    }

    @Test
    void leavesNothingOfASecretThatHoldsAnotherOne() {
        ObjectNode env = Json.object().put("SHORT", "abc").put("LONG", "abcdef");
        JsonNode redacted = Redactor.of(env).redactData(Json.object().put("x", "abcdef abc"));
        assertThat(redacted.get("x").asText()).isEqualTo("--redacted:LONG-- --redacted:SHORT--");
    }

    @Test
    void doesNotLookForSecretsInItsOwnMasks() {
        ObjectNode env = Json.object().put("A", "redacted").put("B", "secret");
        JsonNode redacted = Redactor.of(env).redactData(Json.object().put("x", "secret"));
        assertThat(redacted.get("x").asText()).isEqualTo("--redacted:B--");
    }

    @Test
    void leavesTheNumbersOfTheEnvironmentAsRecorded() {
        ObjectNode data = Json.object().put("n", 48151623).put("t", "48151623");
        assertThat(Redactor.of(Json.object().put("PIN", 48151623)).redactData(data))
                .isSameAs(data);
    }

    @Test
    void reducesErrorsToNameAndMessage() throws JsonProcessingException {
        Fault fault = Fault.of(
                ErrorCode.FORBIDDEN,
                FaultKind.USER,
                "No sup3rs3cret.",
                Json.object().put("a", 1));
        JsonNode list = Json.object().set("$last", Fault.ofAll(List.of(fault)).value());
        assertThat(REDACTOR.redactData(list))
                .isEqualTo(Json.read(
                        "{\"$last\":[{\"name\":\"DirectusError\",\"message\":\"No --redacted:MY_SECRET--.\"}]}"));
    }
}
