package io.dataflows.engine.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.catalog.OperationCatalog;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.testkit.FlowVerifier;
import io.dataflows.engine.testkit.Flows;
import io.dataflows.model.operation.OperationDescriptor;
import io.dataflows.model.reply.Reply;
import io.dataflows.model.run.RunStatus;
import io.dataflows.model.trigger.Authority;
import io.dataflows.model.trigger.FlowCall;
import io.dataflows.model.trigger.RunChain;
import io.dataflows.model.trigger.TriggerEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Secrets come in by every door and are handed to every installed operation: none is stored, logged or told in an error. */
class CanaryTest {

    private static final String SUCCESS =
            """
            , "resolve": "good", "reject": "good"},
            "good": {"type": "transform", "options": {"json": {"a": "{{ $last }}", "all": "{{ leak }}"}}}}}""";

    private static final String FAILURE =
            """
            , "resolve": "bad", "reject": "bad"},
            "bad": {"type": "throw-error",
              "options": {"code": "X{{ $env.API_KEY }}", "message": "{{ leak }} {{ $last.message }}"}}}}""";

    private static final String BROKEN = "}}}";

    static Stream<Arguments> operationsAndEnds() {
        return OperationCatalog.installed(CanaryTest.class.getClassLoader()).descriptors().stream()
                .flatMap(operation ->
                        Stream.of(SUCCESS, FAILURE, BROKEN).map(end -> Arguments.of(operation.id(), operation, end)));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("operationsAndEnds")
    void keepsSecretsOutOfWhatIsStoredAndLogged(String id, OperationDescriptor operation, String end) {
        for (String template : Canaries.TEMPLATES) {
            for (String trigger : List.of("webhook", "manual", "operation")) {
                check(flow(trigger, operation, template, end), trigger);
            }
        }
    }

    @Test
    void masksWhatTheLogOperationWritesOnTheServersLog() {
        try (CapturedLog log = new CapturedLog()) {
            JsonNode message = Json.object().put("message", String.join(" ", Canaries.TEMPLATES));
            FlowVerifier verifier = FlowVerifier.given(
                    Flows.draft("{\"accountability\":\"all\",\"operations\":{\"a\":{\"type\":\"log\",\"options\":"
                            + Json.write(message) + "}}}"),
                    Canaries.SETTINGS);
            handle(verifier, Canaries.call(verifier.flow()));
            assertThat(verifier.log()).hasSize(1);
            Canaries.assertAbsent("log operation", verifier.log().get(0));
            System.getLogger("io.dataflows.flow").log(System.Logger.Level.INFO, "captured");
            assertThat(log.text()).contains("captured");
        }
    }

    @Test
    void leavesWhatTheAuthorReturnsUnlessToldOtherwise() {
        ObjectNode draft = Flows.draft("{\"options\":{\"method\":\"POST\",\"return\":\"$all\"},\"operations\":{}}");
        FlowVerifier open = FlowVerifier.given(draft.deepCopy(), Canaries.SETTINGS);
        Canaries.assertPresent(handle(open, Canaries.call(open.flow())).toString());
        Map<String, String> settings = new HashMap<>(Canaries.SETTINGS);
        settings.put("FLOWS_MASK_ANSWERS", "true");
        FlowVerifier masked = FlowVerifier.given(draft.deepCopy(), settings);
        Canaries.assertAbsent(
                "answer", handle(masked, Canaries.call(masked.flow())).toString());
    }

    @Test
    void masksTheErrorOfAFailedConditionInAnAnswer() {
        String flow =
                """
                {"options": {"method": "POST"}, "operations": {"a": {"type": "condition", "options": {"filter":
                  {"$trigger": {"headers": {"authorization": {"_regex": "^no$"}}}}}}}}""";
        FlowVerifier verifier = FlowVerifier.given(Flows.draft(flow), Canaries.SETTINGS);
        String answer = handle(verifier, Canaries.call(verifier.flow())).toString();
        assertThat(answer).contains("FAILED_VALIDATION", "--redacted--");
        Canaries.assertAbsent("answer", answer);
    }

    private static void check(ObjectNode draft, String trigger) {
        try (CapturedLog log = new CapturedLog()) {
            FlowVerifier verifier = FlowVerifier.given(draft, Canaries.SETTINGS);
            Reply reply = handle(verifier, event(trigger, verifier.flow()));
            assertThat(verifier.runs()).hasSize(1);
            var run = verifier.runs().get(0);
            Canaries.assertAbsent("document", Json.write(run.document()));
            Canaries.assertAbsent("record", run.withDocument(null).toString());
            Canaries.assertAbsent("server log", log.text());
            Canaries.assertAbsent("flow log", String.join(" ", verifier.log()));
            if (run.status() == RunStatus.FAILED && !trigger.equals("operation")) {
                Canaries.assertAbsent("answer", reply.toString());
            }
        }
    }

    private static TriggerEvent event(String trigger, UUID flow) {
        var call = Canaries.call(flow);
        ObjectNode payload = Json.object();
        payload.set("headers", call.headers());
        payload.set("query", call.query());
        payload.set("body", call.body());
        return trigger.equals("operation")
                ? new FlowCall(flow, payload, new Authority.Caller(FlowVerifier.ADMIN), RunChain.at(flow, 1))
                : call;
    }

    private static Reply handle(FlowVerifier verifier, TriggerEvent event) {
        return verifier.queue().await(verifier.engine().engine().handle(event));
    }

    private static ObjectNode flow(String trigger, OperationDescriptor operation, String template, String end) {
        String options = trigger.equals("webhook") ? "{\"method\":\"POST\"}" : "{\"collections\":[\"articles\"]}";
        JsonNode leak = Json.object().set("json", allOptions());
        return Flows.draft("{\"trigger\":\"" + trigger + "\",\"accountability\":\"all\",\"options\":" + options
                + ",\"operations\":{\"leak\":{\"type\":\"transform\",\"resolve\":\"tried\",\"options\":"
                + Json.write(leak) + "},\"tried\":{\"type\":\"" + operation.id() + "\",\"options\":"
                + Json.write(options(operation, template)) + end);
    }

    private static JsonNode allOptions() {
        ObjectNode all = Json.object();
        Canaries.TEMPLATES.forEach(
                template -> all.put("t" + all.size(), template).put("e" + all.size(), "in text: " + template));
        return all;
    }

    private static ObjectNode options(OperationDescriptor operation, String template) {
        ObjectNode options = Json.object();
        operation.schema().path("properties").properties().forEach(option -> {
            JsonNode schema = option.getValue();
            String type = schema.path("type").asText() + " "
                    + schema.at("/items/type").asText();
            options.set(option.getKey(), option(type.trim(), template));
        });
        return options;
    }

    private static JsonNode option(String type, String template) {
        ObjectNode value = Json.object().put("member", template).put("text", "x" + template + "y");
        ArrayNode list = value.arrayNode().add(template).add("x " + template);
        return switch (type) {
            case "string" -> value.textNode("text " + template);
            case "array string" -> list;
            case "array object" -> value.arrayNode().add(value);
            default -> value;
        };
    }
}
