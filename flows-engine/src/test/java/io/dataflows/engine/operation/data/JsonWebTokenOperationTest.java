package io.dataflows.engine.operation.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflows.engine.testkit.FlowVerifier;
import io.dataflows.engine.testkit.Flows;
import io.dataflows.model.run.RunStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonWebTokenOperationTest {

    private static FlowVerifier step(String options) {
        return FlowVerifier.given(Flows.draft(
                """
                {"options": {"method": "POST", "return": "$last"},
                 "operations": {"a": {"type": "json-web-token", "options": %s, "reject": "why"},
                                "why": {"type": "transform",
                                        "options": {"json": {"name": "{{ a.name }}", "message": "{{ a.message }}"}}}}}"""
                        .formatted(options)));
    }

    @Test
    void signsWithTheClockOfTheRun() {
        step("{\"operation\": \"sign\", \"payload\": {\"u\": 1}, \"secret\": \"k\", \"options\": {\"expiresIn\": \"2h\"}}")
                .whenWebhook("{}")
                .thenStatus(RunStatus.SUCCEEDED);
        var signed = FlowVerifier.given(
                Flows.draft(
                        """
                {"options": {"method": "POST", "return": "$last"},
                 "operations": {
                   "a": {"type": "json-web-token", "resolve": "b", "options": {"operation": "sign",
                         "payload": "{\\"u\\": 1}", "secret": "k", "options": "{\\"expiresIn\\": \\"2h\\"}"}},
                   "b": {"type": "json-web-token", "options": {"operation": "verify", "token": "{{ a }}",
                         "secret": "k"}}}}"""));
        signed.whenWebhook("{}").thenReply("{\"u\": 1, \"iat\": 1773144000, \"exp\": 1773151200}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                        | Undefined \"Operation\" for JSON Web Token",
                "{\"operation\": \"foo\", \"token\": \"a\", \"secret\": \"b\"} | Undefined \"Operation\" for JSON Web Token",
                "{\"operation\": \"sign\", \"secret\": \"k\"}              | Undefined JSON Web Token payload",
                "{\"operation\": \"sign\", \"payload\": \"\", \"secret\": \"k\"} | Undefined JSON Web Token payload",
                "{\"operation\": \"sign\", \"payload\": 0, \"secret\": \"k\"} | Undefined JSON Web Token payload",
                "{\"operation\": \"sign\", \"payload\": {}, \"secret\": \"\"} | Undefined JSON Web Token secret",
                "{\"operation\": \"verify\", \"token\": \"a\"}             | Undefined JSON Web Token secret",
                "{\"operation\": \"verify\", \"secret\": \"a\"}            | Undefined JSON Web Token token",
                "{\"operation\": \"decode\", \"token\": null}              | Undefined JSON Web Token token",
            })
    void rejectsWhatIsMissing(String options, String message) {
        var ended = step(options).whenWebhook("{}").thenSteps("a", "why");
        assertThat(ended.value().get("name").textValue()).isEqualTo("Error");
        assertThat(ended.value().get("message").textValue()).isEqualTo(message);
    }

    @Test
    void rejectsATextThatIsNoJson() {
        var ended = step("{\"operation\": \"sign\", \"payload\": \"plain\", \"secret\": \"k\"}")
                .whenWebhook("{}");
        assertThat(ended.value().get("name").textValue()).isEqualTo("SyntaxError");
    }

    @Test
    void passesOverABrokenPayloadThatIsNotNeeded() {
        step("{\"operation\": \"decode\", \"token\": \"abc\", \"payload\": \"plain\"}")
                .whenWebhook("{}")
                .thenReply("null");
    }

    @Test
    void showsWhyATokenDoesNotHold() {
        FlowVerifier.given(
                        Flows.draft(
                                """
                {"options": {"method": "POST", "return": "$last"},
                 "operations": {"a": {"type": "json-web-token",
                                      "options": {"operation": "verify", "token": "abc", "secret": "k"}}}}"""))
                .whenWebhook("{}")
                .thenReply("{\"name\": \"JsonWebTokenError\", \"message\": \"jwt malformed\"}")
                .thenStatus(RunStatus.FAILED);
    }
}
