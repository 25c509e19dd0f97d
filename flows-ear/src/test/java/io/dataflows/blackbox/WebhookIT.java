package io.dataflows.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebhookIT extends OutsideTest {

    /** More than ten rules are built another way inside a server than outside. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 11, 100})
    void answersWhatTheLastStepMade(int steps) {
        FlowDraft flow = FlowDraft.ofLength(steps);
        administrator.post("/flows", flow.json()).data();

        Caller.Answer answer = anyone.post(flow.webhook(), "{\"n\":3}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("step").asInt()).isEqualTo(steps);
        assertThat(answer.json().path("n").asInt()).isEqualTo(3);
    }

    @Test
    void journalsTheRunWithItsSteps() {
        FlowDraft flow = FlowDraft.ofLength(3);
        administrator.post("/flows", flow.json()).data();
        anyone.post(flow.webhook(), "{\"n\":1}");

        JsonNode runs = administrator.get(flow.runs()).data();
        JsonNode run =
                administrator.get("/runs/" + runs.path(0).path("id").asText()).data();

        assertThat(runs).hasSize(1);
        assertThat(run.path("status").asText()).isEqualTo("succeeded");
        assertThat(run.path("steps").findValuesAsText("key")).containsExactly("step_1", "step_2", "step_3");
        assertThat(run.path("steps").path(0).path("rule").asText()).isNotEmpty();
    }

    @Test
    void runsAGoodFlowBesideOneWithAnUnknownOperation() {
        FlowDraft good = FlowDraft.ofLength(1);
        administrator.post("/flows", good.json()).data();
        FlowDraft wrong = FlowDraft.named("Wrong").then("nothing", "no-such-operation", "{}");
        administrator.post("/flows", wrong.json()).data();

        assertThat(anyone.post(wrong.webhook(), "{}").status()).isEqualTo(204);
        assertThat(anyone.post(good.webhook(), "{\"n\":1}").status()).isEqualTo(200);
    }

    @Test
    void keepsItsRecordsFromStrangers() {
        assertThat(anyone.get("/flows").status()).isIn(401, 403);
        assertThat(anyone.get("/runs").status()).isIn(401, 403);
    }
}
