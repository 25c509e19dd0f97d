package io.dataflows.engine;

import static io.dataflows.engine.testkit.Flows.draft;
import static io.dataflows.engine.testkit.Flows.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.event.HookEvent;
import io.dataflows.engine.event.Hooks;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.testkit.FlowVerifier;
import io.dataflows.engine.testkit.ThreadWorkQueue;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.run.RunRecord;
import io.dataflows.model.run.RunStatus;
import io.dataflows.model.trigger.Authority;
import io.dataflows.model.trigger.RunChain;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlowHooksTest {

    private static final String CREATE = "articles.items.create";
    private static final String SENT = "{\"title\":\"N\",\"views\":3}";

    private static HookEvent event(String name, String payload) {
        return event(name, payload, null);
    }

    private static HookEvent event(String name, String payload, RunChain cause) {
        ObjectNode members = Json.object().put("collection", "articles");
        return new HookEvent(name, json(payload), members, new Authority.Caller(FlowVerifier.ADMIN), cause);
    }

    private static String flow(String type, String more, String operations) {
        return "{\"trigger\":\"event\",\"options\":{\"type\":\"" + type
                + "\",\"scope\":[\"items.create\",\"items.delete\"],\"collections\":[\"articles\"]" + more
                + "},\"operations\":" + operations + "}";
    }

    private static FlowVerifier given(String type, String more, String operations) {
        return FlowVerifier.given(draft(flow(type, more, operations)));
    }

    private static JsonNode before(FlowVerifier verifier) {
        return verifier.engine().hooks().before(event(CREATE, SENT));
    }

    private static FlowsException refused(FlowVerifier verifier) {
        return catchThrowableOfType(FlowsException.class, () -> before(verifier));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | {\"title\":\"N\",\"views\":3}",
                ",\"return\":\"\" | {\"title\":\"N\",\"views\":3}",
                ",\"return\":null | {\"title\":\"N\",\"views\":3}",
                ",\"return\":\"nope\" | {\"title\":\"N\",\"views\":3}",
                ",\"return\":\"a\" | {\"title\":\"fromA\"}",
                ",\"return\":\"$last\" | null",
                ",\"return\":\"$trigger.payload.views\" | 3",
            })
    void replacesThePayloadByWhatAFilterReturns(String option, String left) {
        FlowVerifier verifier = given(
                "filter",
                option,
                "{\"a\":{\"type\":\"transform\",\"options\":{\"json\":{\"title\":\"fromA\"}},\"resolve\":\"b\"},"
                        + "\"b\":{\"type\":\"log\",\"options\":{\"message\":\"x\"}}}");

        assertThat(before(verifier)).isEqualTo(json(left));
        assertThat(verifier.runs()).hasSize(1);
    }

    @Test
    void giveFiltersTheirTrigger() {
        FlowVerifier verifier = given("filter", "", "{\"a\":{\"type\":\"log\",\"options\":{\"message\":\"x\"}}}");

        before(verifier);

        RunRecord run = verifier.runs().get(0);
        assertThat(run.document().path("trigger").toString())
                .isEqualTo("{\"payload\":" + SENT + ",\"event\":\"" + CREATE + "\",\"collection\":\"articles\"}");
        assertThat(run.user()).isEqualTo(FlowVerifier.ADMIN.user());
        assertThat(run.triggerKind()).isEqualTo("event");
    }

    @Test
    void giveEachFilterWhatTheOneBeforeItLeft() {
        String append =
                "{\"a\":{\"type\":\"transform\",\"options\":{\"json\":{\"title\":\"{{$trigger.payload.title}}+\"}}}}";
        FlowVerifier verifier = given("filter", ",\"return\":\"$last\"", append);
        verifier.engine()
                .library()
                .createFlows(List.of(draft(flow("filter", ",\"return\":\"$last\"", append))), FlowVerifier.ADMIN);

        assertThat(before(verifier)).isEqualTo(json("{\"title\":\"N++\"}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "throw-error | {\"code\":\"no_create\",\"status\":\"409\",\"message\":\"Not now\"} | 409 | NO_CREATE | Not now",
                "exec | {\"code\":\"module.exports = () => { throw new Error('script says no'); }\"} | 500 | INTERNAL_SERVER_ERROR | script says no",
                "exec | {\"code\":\"module.exports = () => { throw 'text no'; }\"} | 500 | INTERNAL_SERVER_ERROR | text no",
            })
    void refuseTheEventWithTheFaultOfTheLastStep(String type, String options, int status, String code, String message) {
        FlowVerifier verifier = given("filter", "", "{\"a\":{\"type\":\"" + type + "\",\"options\":" + options + "}}");

        FlowsException refused = refused(verifier);

        assertThat(refused.fault().status()).isEqualTo(status);
        assertThat(refused.fault().code()).isEqualTo(code);
        assertThat(refused.fault().message()).isEqualTo(message);
        assertThat(verifier.runs()).hasSize(1);
    }

    @Test
    void refuseTheEventWithAllFaultsOfACondition() {
        FlowVerifier verifier = given(
                "filter",
                "",
                "{\"a\":{\"type\":\"condition\",\"options\":{\"filter\":{\"$trigger\":{\"payload\":{\"_and\":["
                        + "{\"views\":{\"_gt\":5}},{\"title\":{\"_eq\":\"x\"}}]}}}}}}");

        assertThat(refused(verifier).faults()).hasSize(2);
    }

    @Test
    void letTheEventPassWhereARejectionWasDealtWith() {
        FlowVerifier verifier = given(
                "filter",
                "",
                "{\"a\":{\"type\":\"condition\",\"options\":{\"filter\":{\"$trigger\":{\"payload\":{\"views\":"
                        + "{\"_gt\":5}}}}},\"reject\":\"b\"},\"b\":{\"type\":\"log\",\"options\":{\"message\":\"ok\"}}}");

        assertThat(before(verifier)).isEqualTo(json(SENT));
    }

    @Test
    void letTheEventPassAtAnUnknownOperation() {
        FlowVerifier verifier = given("filter", ",\"return\":\"$last\"", "{\"a\":{\"type\":\"nope\",\"options\":{}}}");

        assertThat(before(verifier)).isEqualTo(json("null"));
    }

    @Test
    @Timeout(30)
    void runAFilterThatWaitsOnTheThreadThatCausesItsEvent() {
        var thread = new CompletableFuture<Thread>();
        FlowVerifier verifier = FlowVerifier.given(
                draft(
                        flow(
                                "filter",
                                "",
                                "{\"a\":{\"type\":\"sleep\",\"options\":{\"milliseconds\":20},\"resolve\":\"b\"},\"b\":{\"type\":\"log\",\"options\":{\"message\":\"x\"}}}")),
                Map.of(),
                builder -> builder.capability(
                        io.dataflows.model.capability.FlowLog.class,
                        (run, step, message) -> thread.complete(Thread.currentThread())));

        before(verifier);

        assertThat(thread).isCompletedWithValue(Thread.currentThread());
    }

    @Test
    @Timeout(30)
    void refuseTheEventWhereAFilterTakesTooLong() {
        FlowVerifier verifier = FlowVerifier.given(
                draft(flow("filter", "", "{\"a\":{\"type\":\"sleep\",\"options\":{\"milliseconds\":60000}}}")),
                Map.of("FLOWS_FILTER_TIMEOUT", "50ms"));

        FlowsException refused = refused(verifier);

        assertThat(refused.fault().code()).isEqualTo("OUT_OF_TIME");
        assertThat(refused.fault().status()).isEqualTo(408);
        assertThat(verifier.runs()).extracting(RunRecord::status).containsExactly(RunStatus.FAILED);
    }

    @Test
    void storeARunOfAnActionBeforeItBegins() {
        FlowVerifier verifier = given("action", "", "{\"a\":{\"type\":\"log\",\"options\":{\"message\":\"x\"}}}");

        verifier.engine().hooks().after(event(CREATE, SENT));

        assertThat(verifier.runs()).extracting(RunRecord::status).containsExactly(RunStatus.QUEUED);
        verifier.queue().runAll();
        RunRecord run = verifier.runs().get(0);
        assertThat(run.status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(run.document().path("trigger").toString())
                .isEqualTo("{\"event\":\"" + CREATE + "\",\"payload\":" + SENT + ",\"collection\":\"articles\"}");
    }

    @Test
    void storeARunThatIsToLeaveNoTraceUntilItEnded() {
        String operations = "{\"a\":{\"type\":\"log\",\"options\":{\"message\":\"x\"}}}";
        ObjectNode draft = draft(flow("action", "", operations));
        draft.putNull("accountability");
        FlowVerifier verifier = FlowVerifier.given(draft);

        verifier.engine().hooks().after(event(CREATE, SENT));

        assertThat(verifier.runs()).extracting(RunRecord::status).containsExactly(RunStatus.QUEUED);
        verifier.queue().runAll();
        assertThat(verifier.runs()).isEmpty();
        assertThat(verifier.log()).containsExactly("x");
    }

    @Test
    void keepARunQueuedThatNoThreadTakes() {
        FlowVerifier verifier = given("action", "", "{\"a\":{\"type\":\"log\",\"options\":{\"message\":\"x\"}}}");
        verifier.queue().refuseAll();

        verifier.engine().hooks().after(event(CREATE, SENT));

        assertThat(verifier.runs()).extracting(RunRecord::status).containsExactly(RunStatus.QUEUED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes.items.create", "articles.items.update"})
    void hearNothingThatNobodyWaitsFor(String name) {
        FlowVerifier verifier = given("action", "", "{}");
        Hooks hooks = verifier.engine().hooks();

        assertThat(hooks.hearsAfter(name)).isFalse();
        assertThat(hooks.hearsBefore(name)).isFalse();
        assertThat(hooks.before(event(name, SENT))).isEqualTo(json(SENT));
        hooks.after(event(name, SENT));
        assertThat(verifier.runs()).isEmpty();
    }

    @Test
    void endAChainOfActionsThatCauseOneAnother() {
        FlowVerifier verifier = FlowVerifier.given(
                draft(flow("action", "", "{\"a\":{\"type\":\"log\",\"options\":{\"message\":\"x\"}}}")),
                Map.of("FLOWS_MAX_DEPTH", "3"));
        RunChain chain = RunChain.at(UUID.randomUUID(), 3);

        verifier.engine().hooks().after(event(CREATE, SENT, chain));
        verifier.engine().hooks().after(event(CREATE, SENT, chain));

        verifier.queue().runAll();
        assertThat(verifier.log()).isEmpty();
        assertThat(verifier.runs()).hasSize(1);
        assertThat(verifier.runs().get(0).status()).isEqualTo(RunStatus.FAILED);
        assertThat(verifier.runs().get(0).error()).contains("FLOWS_MAX_DEPTH");
    }

    @Test
    void refuseAnEventThatAFilterCausesWithoutEnd() {
        FlowVerifier verifier = FlowVerifier.given(
                draft(flow("filter", "", "{\"a\":{\"type\":\"log\",\"options\":{\"message\":\"x\"}}}")),
                Map.of("FLOWS_MAX_CHAIN_RUNS", "2"));
        RunChain chain = RunChain.at(UUID.randomUUID(), 0);
        Hooks hooks = verifier.engine().hooks();
        hooks.before(event(CREATE, SENT, chain));
        hooks.before(event(CREATE, SENT, chain));

        FlowsException refused =
                catchThrowableOfType(FlowsException.class, () -> hooks.before(event(CREATE, SENT, chain)));

        assertThat(refused.fault().code()).isEqualTo("FLOW_CHAIN_EXCEEDED");
    }

    @Test
    @Timeout(60)
    void takeAFlowThatAFilterCallsOntoItsThread() {
        try (ThreadWorkQueue threads = new ThreadWorkQueue()) {
            var thread = new CompletableFuture<Thread>();
            FlowVerifier verifier = FlowVerifier.given(
                    draft("{\"id\":\"5b1ff0de-0000-4000-8000-000000000001\",\"trigger\":\"operation\",\"operations\":{"
                            + "\"a\":{\"type\":\"sleep\",\"options\":{\"milliseconds\":5},\"resolve\":\"b\"},"
                            + "\"b\":{\"type\":\"log\",\"options\":{\"message\":\"x\"}}}}"),
                    Map.of(),
                    builder -> builder.queue(threads)
                            .capability(
                                    io.dataflows.model.capability.FlowLog.class,
                                    (run, step, message) -> thread.complete(Thread.currentThread())));
            verifier.engine()
                    .library()
                    .createFlows(
                            List.of(
                                    draft(
                                            flow(
                                                    "filter",
                                                    "",
                                                    "{\"c\":{\"type\":\"trigger\",\"options\":{\"flow\":\"5b1ff0de-0000-4000-8000-000000000001\",\"payload\":{}}}}"))),
                            FlowVerifier.ADMIN);

            before(verifier);

            assertThat(thread).isCompletedWithValue(Thread.currentThread());
        }
    }
}
