package io.dataflows.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.AnswerCache.Place;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.json.Vectors;
import io.dataflows.engine.testkit.FlowVerifier;
import io.dataflows.engine.testkit.Flows;
import io.dataflows.model.reply.Reply;
import io.dataflows.model.trigger.Accountability;
import io.dataflows.model.trigger.WebhookCall;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerCacheVectorTest {

    private static final Map<String, String> SETTINGS =
            Map.of("CACHE_ENABLED", "true", "CACHE_STATUS_HEADER", "x-cache");

    /** Two answers differ when two runs do: each gives its own id. */
    private static final String VALUE = "{\"a\": {\"type\": \"transform\", \"options\": {\"json\": {\"v\": 1}}}}";

    static Stream<Arguments> cases() {
        return Vectors.cases(Vectors.read("webhook_cache.json"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void keepsAnswersAsRecorded(String name, JsonNode recorded) {
        var flow = (ObjectNode) recorded.path("flow").deepCopy();
        flow.set("operations", Flows.json(operations(recorded)));
        var verifier = FlowVerifier.given(Flows.draft(Json.write(flow)), SETTINGS);
        Map<String, JsonNode> values = new HashMap<>();
        for (JsonNode call : recorded.path("calls")) {
            verifier.clock().advance(Duration.ofMillis(300));
            answer(verifier, call, values);
        }
        assertThat(verifier.runs()).hasSize(recorded.path("runs").asInt());
    }

    @Test
    void forgetsTheAnswersOfAFlowThatChanged() {
        var verifier = FlowVerifier.given(Flows.draft("{\"options\": {}, \"operations\": " + VALUE + "}"), SETTINGS);
        WebhookCall call = verifier.call(verifier.flow(), "GET", "{}");
        AnswerCache answers = verifier.engine().answers();
        answers.placeOf(call).orElseThrow().keep(Flows.json("{\"v\": 1}"));
        assertThat(answers.placeOf(call).orElseThrow().found()).isNotNull();
        verifier.engine()
                .library()
                .updateFlows(
                        Map.of(verifier.flow(), (ObjectNode) Flows.json("{\"description\": \"new\"}")),
                        FlowVerifier.ADMIN);
        assertThat(answers.placeOf(call).orElseThrow().found()).isNull();
    }

    @Test
    void keepsNothingUnlessSwitchedOn() {
        var verifier = FlowVerifier.given(Flows.draft("{\"options\": {}, \"operations\": " + VALUE + "}"));
        assertThat(verifier.engine().answers().placeOf(verifier.call(verifier.flow(), "GET", "{}")))
                .isEmpty();
    }

    /** As the web module does it: what is kept, else a run. */
    private static void answer(FlowVerifier verifier, JsonNode recorded, Map<String, JsonNode> values) {
        WebhookCall call = call(verifier, recorded);
        var place = verifier.engine().answers().placeOf(call);
        assertThat(place.map(Place::status).orElse(null))
                .isEqualTo(recorded.path("cacheHeader").textValue());
        boolean hit = place.map(Place::found).isPresent();
        if (!hit) {
            var stage = verifier.engine().engine().handle(call).toCompletableFuture();
            verifier.queue().runAll();
            if (stage.join() instanceof Reply.Answered answered
                    && !answered.value().isNull()) {
                JsonNode value = Flows.json("\"" + answered.run() + "\"");
                place.ifPresent(where -> where.keep(value));
                values.putIfAbsent(recorded.path("value").asText(), value);
            }
        } else {
            assertThat(place.orElseThrow().found())
                    .isEqualTo(values.get(recorded.path("value").asText()));
        }
        JsonNode control = recorded.path("cacheControl");
        if (control.isTextual() && !control.textValue().equals("no-cache")) {
            assertThat(age(place.orElseThrow().cacheControl().orElseThrow())).isEqualTo(age(control.textValue()));
        } else if (control.isTextual()) {
            assertThat(place.flatMap(Place::cacheControl)).isEmpty();
        }
    }

    /** Public or private; a second or two may have passed. */
    private static String age(String cacheControl) {
        return cacheControl.replaceAll("=(300|299|298|297)$", "");
    }

    private static WebhookCall call(FlowVerifier verifier, JsonNode recorded) {
        boolean admin = recorded.path("auth").asText().equals("admintoken");
        Accountability caller = admin ? FlowVerifier.ADMIN : Accountability.anonymous("127.0.0.1", null, null);
        ObjectNode query = Json.object();
        for (String parameter : recorded.path("query").asText().split("&")) {
            if (!parameter.isEmpty()) {
                query.put(parameter.split("=")[0], parameter.split("=")[1]);
            }
        }
        UUID flow = verifier.flow();
        String method = recorded.path("method").asText();
        return new WebhookCall(
                flow, method, "/trigger/" + flow, query, Json.object(), Json.object(), new byte[0], caller);
    }

    private static String operations(JsonNode recorded) {
        return switch (recorded.path("name").asText()) {
            case "GET returning null" -> "{\"a\": {\"type\": \"transform\", \"options\": {}}}";
            case "GET failing error_on_reject" ->
                "{\"a\": {\"type\": \"throw-error\", \"options\": {\"status\": 400}}}";
            default -> VALUE;
        };
    }
}
