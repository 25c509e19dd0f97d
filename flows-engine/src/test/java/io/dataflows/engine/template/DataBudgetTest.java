package io.dataflows.engine.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.testkit.FlowVerifier;
import io.dataflows.engine.testkit.Flows;
import io.dataflows.model.run.RunStatus;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataBudgetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"x\":\"{{ $last.x }}{{ $last.x }}0123456789\"}",
                "{\"x\":[\"{{ $last }}\",\"{{ $last }}\"]}",
                "{\"x\":\"{{ $last }} {{ $last }}\"}",
                "{\"{{ $last }}\":1,\"a\":\"{{ $last }}\",\"b\":{\"c\":[\"{{ $last }}\"]}}"
            })
    void stopsDataThatDoublesWithEachStep(String json) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> FlowVerifier.given(chain(json, 40), Map.of("FLOWS_MAX_DATA_SIZE", "4mb"))
                        .whenWebhook("{}")
                        .thenReply("{\"name\":\"DirectusError\",\"code\":\"CONTENT_TOO_LARGE\",\"status\":413}")
                        .thenStatus(RunStatus.FAILED));
    }

    @Test
    void letsTheRejectPathDealWithIt() {
        ObjectNode draft = Flows.draft(
                """
                {"operations": {"big": {"type": "transform", "reject": "tell",
                    "options": {"json": ["{{ $trigger.body }}", "{{ $trigger.body }}"]}},
                  "tell": {"type": "transform", "options": {"json": {"why": "{{ big.message }}"}}}}}""");
        var ended = FlowVerifier.given(draft, Map.of("FLOWS_MAX_DATA_SIZE", "1500"))
                .whenWebhook("{\"text\":\"" + "x".repeat(1000) + "\"}")
                .thenStatus(RunStatus.SUCCEEDED_HANDLED);
        assertThat(ended.value().path("why").asText()).contains("1500", "FLOWS_MAX_DATA_SIZE");
    }

    @Test
    void stopsDataThatNestsItselfWithEachStep() {
        var ended = FlowVerifier.given(chain("{\"x\":\"{{ $last }}\"}", 700)).whenWebhook("{}");
        ended.thenStatus(RunStatus.FAILED);
        assertThat(ended.run().error()).contains("nested");
        assertThat(Json.write(ended.run().document())).isNotEmpty();
    }

    @Test
    void countsWhatStepsGive() {
        String json = "{\"x\":\"" + "x".repeat(1000) + "\"}";
        FlowVerifier.given(chain(json, 9), Map.of("FLOWS_MAX_DATA_SIZE", "10000"))
                .whenWebhook("{}")
                .thenStatus(RunStatus.SUCCEEDED);
        FlowVerifier.given(chain(json, 10), Map.of("FLOWS_MAX_DATA_SIZE", "10000"))
                .whenWebhook("{}")
                .thenReply("{\"name\":\"DirectusError\",\"code\":\"CONTENT_TOO_LARGE\",\"status\":413}")
                .thenStatus(RunStatus.FAILED);
    }

    private static ObjectNode chain(String json, int steps) {
        StringBuilder operations = new StringBuilder();
        for (int step = 0; step < steps; step++) {
            operations
                    .append(step == 0 ? "" : ",")
                    .append("\"s" + step + "\":{\"type\":\"transform\",\"options\":{\"json\":" + json + "}")
                    .append(step < steps - 1 ? ",\"resolve\":\"s" + (step + 1) + "\"}" : "}");
        }
        return Flows.draft("{\"accountability\":\"all\",\"start\":\"s0\",\"operations\":{" + operations + "}}");
    }
}
