package io.dataflows.engine;

import static io.dataflows.engine.testkit.Flows.draft;
import static io.dataflows.engine.testkit.Flows.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.port.FlowStore;
import io.dataflows.engine.port.RunStore;
import io.dataflows.engine.port.WorkQueue;
import io.dataflows.engine.testkit.FlowVerifier;
import io.dataflows.engine.testkit.InMemoryFlowStore;
import io.dataflows.engine.testkit.InMemoryRunStore;
import io.dataflows.model.error.Fault;
import io.dataflows.model.flow.JournalPolicy;
import io.dataflows.model.reply.Reply;
import io.dataflows.model.run.RunRecord;
import io.dataflows.model.run.RunStatus;
import io.dataflows.model.trigger.Accountability;
import io.dataflows.model.trigger.Authority;
import io.dataflows.model.trigger.FlowCall;
import io.dataflows.model.trigger.RunChain;
import io.dataflows.model.trigger.WebhookCall;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlowTest {

    private static final String ORDERS =
            """
            {"name": "orders", "start": "check", "operations": {
              "check": {"type": "condition", "options": {"filter": {"$trigger": {"body": {"total": {"_gt": 10}}}}},
                        "resolve": "big", "reject": "small"},
              "big": {"type": "transform", "options": {"json": {"size": "big", "total": "{{ $trigger.body.total }}"}},
                      "resolve": "note"},
              "note": {"type": "transform", "options": {"json": {"noted": "{{ big.size }} of {{ big.total }}"}}},
              "small": {"type": "transform", "options": {"json": {"size": "small"}}}}}""";

    @Test
    void takesTheResolvePathAndSaysWhichRulesDecided() {
        FlowVerifier.given(draft(ORDERS))
                .whenWebhook("{\"total\": 12}")
                .thenReply("{\"noted\": \"big of 12\"}")
                .thenStatus(RunStatus.SUCCEEDED)
                .thenSteps("check", "big", "note")
                .thenRules("orders/$trigger/resolve", "orders/check/resolve", "orders/big/resolve");
    }

    @Test
    void takesTheRejectPathAndCallsTheFailureHandled() {
        FlowVerifier.given(draft(ORDERS))
                .whenWebhook("{\"total\": 1}")
                .thenReply("{\"size\": \"small\"}")
                .thenStatus(RunStatus.SUCCEEDED_HANDLED)
                .thenSteps("check", "small")
                .thenRules("orders/$trigger/resolve", "orders/check/reject");
    }

    @Test
    void runsAStepWhoseKeyIsThatOfTheTrigger() {
        FlowVerifier.given(
                        draft(
                                """
                {"name": "f", "start": "$trigger", "operations": {
                 "$trigger": {"type": "transform", "options": {"json": {"x": 1}}, "resolve": "b"},
                 "b": {"type": "transform", "options": {"json": "{{ $trigger.x }}"}}}}"""))
                .whenWebhook("{}")
                .thenReply("1")
                .thenRules("f/$trigger/resolve", "f/$trigger#2/resolve");
    }

    @Test
    void journalsTheRunWithOptionsOutputsAndData() {
        var verifier = FlowVerifier.given(draft(ORDERS));
        RunRecord run = verifier.whenWebhook("{\"total\": 12}").run();
        assertThat(run.steps()).isEqualTo(3);
        assertThat(run.triggerKind()).isEqualTo("webhook");
        assertThat(run.user()).isEqualTo(FlowVerifier.ADMIN.user());
        assertThat(run.document().at("/steps/1/options")).isEqualTo(json("{\"json\":{\"size\":\"big\",\"total\":12}}"));
        assertThat(run.document().at("/steps/1/output")).isEqualTo(json("{\"size\":\"big\",\"total\":12}"));
        assertThat(run.document().at("/data/$last")).isEqualTo(json("{\"noted\":\"big of 12\"}"));
        assertThat(run.document().at("/data/check").isNull()).isTrue();
        assertThat(run.document().at("/data").fieldNames())
                .toIterable()
                .containsExactly("$trigger", "$last", "$accountability", "$env", "check", "big", "note");
        assertThat(run.document().path("finish_rule").asText()).isEqualTo("orders/note/resolve");
    }

    @Test
    void keepsWhatThePolicySays() {
        var activity = draft("{\"accountability\": \"activity\", \"operations\": {}}");
        RunRecord run = FlowVerifier.given(activity).whenWebhook("{}").run();
        assertThat(run.journal()).isEqualTo(JournalPolicy.ACTIVITY);
        assertThat(run.document()).isNull();
        var nothing = FlowVerifier.given(draft("{\"accountability\": null, \"operations\": {}}"));
        nothing.whenWebhook("{}");
        assertThat(nothing.runs()).isEmpty();
    }

    @Test
    void stopsAtAnOperationThatIsNotInstalled() {
        FlowVerifier.given(
                        draft(
                                """
                {"name": "f", "operations": {"a": {"type": "no-such", "resolve": "b", "reject": "b"},
                 "b": {"type": "transform", "options": {"json": 1}}}}"""))
                .whenWebhook("{}")
                .thenReply("null")
                .thenSteps("a")
                .thenStatus(RunStatus.FAILED);
    }

    @Test
    void givesTheAuthorsErrorToTheCallerWhenAsked() {
        String flow =
                """
                {"options": {"method": "POST", "error_on_reject": %s},
                 "operations": {"a": {"type": "throw-error",
                   "options": {"code": "teapot", "status": "418", "message": "short and {{ $trigger.body.how }}"}}}}""";
        var refused = FlowVerifier.given(draft(flow.formatted("true"))).whenWebhook("{\"how\": \"stout\"}");
        refused.thenRefused(418, "TEAPOT").thenStatus(RunStatus.FAILED);
        assertThat(((Reply.Refused) refused.reply()).fault().message()).isEqualTo("short and stout");
        FlowVerifier.given(draft(flow.formatted("false")))
                .whenWebhook("{}")
                .thenReply("{\"name\": \"DirectusError\", \"code\": \"TEAPOT\", \"status\": 418}");
    }

    @Test
    void letsTheRejectPathReadTheHiddenMessage() {
        FlowVerifier.given(
                        draft(
                                """
                {"operations": {"a": {"type": "transform", "options": {"json": "{{ bad"}, "reject": "b"},
                 "b": {"type": "transform", "options": {"json": {"name": "{{ $last.name }}"}}}}}"""))
                .whenWebhook("{}")
                .thenReply("{\"name\": \"SyntaxError\"}")
                .thenStatus(RunStatus.SUCCEEDED_HANDLED);
    }

    @Test
    void sleepsWithoutAThread() {
        var verifier = FlowVerifier.given(
                draft(
                        """
                {"operations": {"nap": {"type": "sleep", "options": {"milliseconds": "1500"}, "resolve": "b"},
                 "b": {"type": "transform", "options": {"json": "{{ $trigger.body }}"}}}}"""));
        var before = verifier.clock().instant();
        var stage = verifier.engine().engine().handle(verifier.call(verifier.flow(), "POST", "{\"a\": 1}"));
        assertThat(stage.toCompletableFuture()).isNotDone();
        assertThat(verifier.queue().size()).isEqualTo(1);
        verifier.queue().runAll();
        assertThat(stage.toCompletableFuture()).isCompleted();
        assertThat(Duration.between(before, verifier.clock().instant())).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void keepsTheVersionThatARunBeganWith() {
        var draft = draft(
                """
                {"operations": {"nap": {"type": "sleep", "options": {"milliseconds": 100}, "resolve": "b"},
                 "b": {"type": "transform", "options": {"json": "1"}}}}""");
        var verifier = FlowVerifier.given(draft);
        var engine = verifier.engine().engine();
        var before = engine.handle(verifier.call(verifier.flow(), "POST", "{}")).toCompletableFuture();
        UUID second = UUID.fromString(draft.at("/operations/1/id").asText());
        verifier.engine()
                .library()
                .updateSteps(Map.of(second, object("{\"options\": {\"json\": 2}}")), FlowVerifier.ADMIN);
        var after = engine.handle(verifier.call(verifier.flow(), "POST", "{}")).toCompletableFuture();
        verifier.queue().runAll();
        assertThat(((Reply.Answered) before.join()).value()).isEqualTo(json("1"));
        assertThat(((Reply.Answered) after.join()).value()).isEqualTo(json("2"));
    }

    @Test
    void answersOnTheCallersThreadWithoutReadingTheDatabaseAndWithOneWrite() {
        var stores = new CountingStores();
        var wired = new FlowEngineBuilder()
                .flows(stores.flows)
                .runs(stores.runs)
                .queue(new NoWorkQueue())
                .build();
        UUID flow = wired.library()
                .createFlows(List.of(draft(ORDERS)), FlowVerifier.ADMIN)
                .get(0)
                .id();
        stores.forbidReads();
        var call = new WebhookCall(
                flow,
                "POST",
                "/trigger/" + flow,
                object("{}"),
                json("{\"total\": 12}"),
                object("{}"),
                new byte[0],
                Accountability.anonymous("127.0.0.1", null, null));

        var stage = wired.engine().handle(call).toCompletableFuture();

        assertThat(stage).isCompleted();
        assertThat(((Reply.Answered) stage.join()).value()).isEqualTo(json("{\"noted\": \"big of 12\"}"));
        assertThat(stores.saves).isEqualTo(1);
    }

    @Test
    void promisesAnAsyncRunBeforeItBegins() {
        var verifier = FlowVerifier.given(
                draft(
                        """
                {"options": {"method": "POST", "async": true},
                 "operations": {"a": {"type": "transform", "options": {"json": 1}}}}"""));
        var stage = verifier.engine().engine().handle(verifier.call(verifier.flow(), "POST", "{}"));
        assertThat(stage.toCompletableFuture().join()).isInstanceOf(Reply.Accepted.class);
        assertThat(verifier.runs()).extracting(RunRecord::status).containsExactly(RunStatus.QUEUED);
        verifier.queue().runAll();
        assertThat(verifier.runs()).extracting(RunRecord::status).containsExactly(RunStatus.SUCCEEDED);
    }

    @Test
    void leavesNoTraceOfAnAsyncRunThatIsToLeaveNone() {
        var verifier = FlowVerifier.given(
                draft(
                        """
                {"accountability": null, "options": {"method": "POST", "async": true},
                 "operations": {"a": {"type": "log", "options": {"message": "ran"}}}}"""));
        verifier.engine().engine().handle(verifier.call(verifier.flow(), "POST", "{}"));
        verifier.queue().runAll();
        assertThat(verifier.log()).containsExactly("ran");
        assertThat(verifier.runs()).isEmpty();
    }

    @Test
    void refusesAnAsyncRunThatNoThreadTakes() {
        var verifier = FlowVerifier.given(draft("{\"options\": {\"method\": \"POST\", \"async\": true}}"));
        verifier.queue().refuseAll();
        var refused = verifier.whenWebhook("{}");
        refused.thenRefused(503, "SERVICE_UNAVAILABLE").thenStatus(RunStatus.FAILED);
    }

    @Test
    void refusesWhateverMayNotRunWithOneAnswer() {
        var verifier = FlowVerifier.given(draft(ORDERS));
        for (var call :
                List.of(verifier.call(UUID.randomUUID(), "POST", "{}"), verifier.call(verifier.flow(), "GET", "{}"))) {
            Reply reply = verifier.engine()
                    .engine()
                    .handle(call)
                    .toCompletableFuture()
                    .join();
            Fault fault = ((Reply.Refused) reply).fault();
            assertThat(fault.code()).isEqualTo("FORBIDDEN");
            assertThat(fault.message()).isEqualTo("You don't have permission to access this.");
        }
        assertThat(verifier.runs()).isEmpty();
    }

    @Test
    void startsAManualFlowForAdministratorsOnAListedCollection() {
        var draft = draft(
                """
                {"trigger": "manual", "options": {"collections": ["articles"]},
                 "operations": {"a": {"type": "transform", "options": {"json": "{{ $trigger.body.keys }}"}}}}""");
        FlowVerifier.given(draft)
                .whenWebhook("{\"collection\": \"articles\", \"keys\": [1]}")
                .thenReply("[1]");
        FlowVerifier.given(draft("{\"trigger\": \"manual\", \"options\": {\"collections\": [\"articles\"]}}"))
                .whenWebhook("{\"collection\": \"people\", \"keys\": [1]}")
                .thenRefused(403, "FORBIDDEN");
        FlowVerifier.given(draft("{\"trigger\": \"manual\", \"options\": {\"collections\": [\"articles\"]}}"))
                .whenWebhook("{\"collection\": \"articles\", \"keys\": []}")
                .thenRefused(403, "FORBIDDEN");
        FlowVerifier.given(draft("{\"trigger\": \"manual\", \"options\": {\"collections\": [\"articles\"]}}"))
                .as(Accountability.anonymous("127.0.0.1", null, null))
                .whenWebhook("{\"collection\": \"articles\", \"keys\": [1]}")
                .thenRefused(403, "FORBIDDEN");
    }

    @Test
    void endsARunWithTooManySteps() {
        String steps = IntStream.range(0, 5)
                .mapToObj(step -> "\"s%d\": {\"type\": \"transform\", \"resolve\": \"s%d\"}".formatted(step, step + 1))
                .collect(Collectors.joining(", "));
        var draft = draft("{\"operations\": {" + steps + ", \"s5\": {\"type\": \"transform\"}}}");
        var run = FlowVerifier.given(draft, Map.of("FLOWS_MAX_STEPS", "3")).whenWebhook("{}");
        run.thenRefused(500, "FLOW_STEPS_EXCEEDED").thenSteps("s0", "s1", "s2").thenStatus(RunStatus.FAILED);
        assertThat(run.run().error()).contains("FLOWS_MAX_STEPS");
    }

    @Test
    void rejectsASleepThatNoTimerTakes() {
        var verifier = FlowVerifier.given(
                draft(
                        """
                {"operations": {"nap": {"type": "sleep", "options": {"milliseconds": 10}, "reject": "b"},
                 "b": {"type": "transform", "options": {"json": {"code": "{{ $last.code }}"}}}}}"""));
        verifier.queue().refuseAll();
        verifier.whenWebhook("{}").thenSteps("nap", "b").thenStatus(RunStatus.SUCCEEDED_HANDLED);
    }

    @Test
    void refusesAChainOfFlowsThatIsTooDeep() {
        var verifier = FlowVerifier.given(draft("{\"trigger\": \"operation\", \"options\": {\"return\": \"$last\"}}"));
        var engine = verifier.engine().engine();
        var deep = engine.handle(new FlowCall(
                        verifier.flow(), json("1"), new Authority.Platform(), RunChain.at(verifier.flow(), 21)))
                .toCompletableFuture()
                .join();
        assertThat(((Reply.Refused) deep).fault().code()).isEqualTo("FLOW_DEPTH_EXCEEDED");
        var shallow = engine.handle(new FlowCall(
                        verifier.flow(), json("1"), new Authority.Platform(), RunChain.at(verifier.flow(), 20)))
                .toCompletableFuture()
                .join();
        assertThat(((Reply.Answered) shallow).value()).isEqualTo(json("1"));
    }

    @Test
    void runsAHundredOperationsInARow() {
        String steps = IntStream.range(0, 100)
                .mapToObj(step -> "\"s%d\": {\"type\": \"transform\", \"options\": {\"json\": {\"n\": %d}}%s}"
                        .formatted(step, step, step == 99 ? "" : ", \"resolve\": \"s%d\"".formatted(step + 1)))
                .collect(Collectors.joining(", "));
        FlowVerifier.given(draft("{\"start\": \"s0\", \"operations\": {" + steps + "}}"))
                .whenWebhook("{}")
                .thenReply("{\"n\": 99}");
    }

    @Test
    void writesToTheLog() {
        var verifier = FlowVerifier.given(
                draft(
                        """
                {"operations": {"a": {"type": "log", "options": {"message": {"n": "{{ $trigger.body.n }}"}}}}}"""));
        verifier.whenWebhook("{\"n\": 4}").thenReply("null");
        assertThat(verifier.log()).containsExactly("{\"n\":4}");
    }

    private static ObjectNode object(String text) {
        return (ObjectNode) json(text);
    }

    private static final class NoWorkQueue implements WorkQueue {

        @Override
        public void submit(Runnable work) {
            throw new AssertionError("A thread hop.");
        }

        @Override
        public void schedule(Duration delay, Runnable work) {
            throw new AssertionError("A thread hop.");
        }
    }

    /** Stores that count writes, and that refuse reads once they are told to. */
    private static final class CountingStores {

        private boolean readable = true;
        private int saves;
        private final FlowStore flows = reading(FlowStore.class, new InMemoryFlowStore());
        private final RunStore runs = reading(RunStore.class, new InMemoryRunStore());

        void forbidReads() {
            readable = false;
        }

        private <S> S reading(Class<S> type, S store) {
            return type.cast(
                    Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        if (method.getName().equals("save")) {
                            saves++;
                        } else {
                            assertThat(readable).as(method.getName()).isTrue();
                        }
                        return method.invoke(store, arguments);
                    }));
        }
    }
}
