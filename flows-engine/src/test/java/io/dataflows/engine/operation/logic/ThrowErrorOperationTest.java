package io.dataflows.engine.operation.logic;

import static io.dataflows.engine.testkit.Flows.draft;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataflows.engine.catalog.OperationCatalog;
import io.dataflows.engine.testkit.FlowVerifier;
import io.dataflows.engine.testkit.FlowVerifier.Ended;
import io.dataflows.model.error.ErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThrowErrorOperationTest {

    @Test
    void rejectsWithTheAuthorsError() {
        run("{\"code\": \"teapot\", \"status\": \"418\", \"message\": \"short\"}")
                .thenRefused(418, "TEAPOT");
    }

    @Test
    void fallsBackToAnInternalError() {
        run("{\"code\": \" \", \"status\": \"x\"}").thenRefused(500, "INTERNAL_SERVER_ERROR");
    }

    @Test
    void offersTheCodesOfThePlatform() {
        var schema = new OperationCatalog(List.of(new ThrowErrorOperation()))
                .find("throw-error")
                .orElseThrow()
                .schema();
        assertThat(schema.at("/properties/code/anyOf").findValuesAsText("const"))
                .contains(ErrorCode.FORBIDDEN.name(), ErrorCode.INTERNAL_SERVER_ERROR.name())
                .contains(ErrorCode.FAILED_VALIDATION.name(), ErrorCode.SERVICE_UNAVAILABLE.name());
        assertThat(schema.at("/properties/status/anyOf").findValuesAsText("const"))
                .containsExactly("400", "401", "403", "404", "405", "422", "429", "500");
    }

    private static Ended run(String options) {
        return FlowVerifier.given(draft("{\"options\": {\"method\": \"POST\", \"error_on_reject\": true}, "
                        + "\"operations\": {\"a\": {\"type\": \"throw-error\", \"options\": " + options + "}}}"))
                .whenWebhook("{}");
    }
}
