package io.dataflows.engine;

import static io.dataflows.engine.testkit.Flows.draft;
import static io.dataflows.engine.testkit.Flows.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.testkit.FlowVerifier;
import io.dataflows.engine.testkit.FlowVerifier.Ended;
import io.dataflows.model.reply.Reply;
import io.dataflows.model.run.RunQuery;
import io.dataflows.model.run.RunRecord;
import io.dataflows.model.run.RunStatus;
import io.dataflows.model.trigger.Accountability;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TriggerFlowTest {

    private static final UUID SUB = UUID.fromString("5b1ff0de-0000-4000-8000-000000000001");

    private static final UUID BELOW = UUID.fromString("5b1ff0de-0000-4000-8000-000000000002");

    private static final String ECHO =
            """
            {"options": {"return": "$last"}, "operations": {"s": {"type": "transform", "options":
             {"json": {"got": "{{ $trigger }}", "user": "{{ $accountability.user }}"}}}}}""";

    private static final String SLOW =
            """
            {"options": {"return": "s"}, "start": "z", "operations": {
             "z": {"type": "sleep", "options": {"milliseconds": 100}, "resolve": "s"},
             "s": {"type": "transform", "options": {"json": {"v": "{{ $trigger.v }}"}}}}}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"x\": \"{{ $trigger.body.v }}\"} | {\"x\": 1}",
                "\"{{ $trigger.body }}\" | {\"v\": 1, \"list\": []}",
                "\"{\\\"x\\\":1}\" | {\"x\": 1}",
                "\"5\" | 5",
                "null | null",
                "{} | {}"
            })
    void startsOneRunWithAPayloadThatIsNoList(String payload, String got) {
        FlowVerifier verifier = given(calling("\"payload\": " + payload), ECHO);
        Ended ended = verifier.whenWebhook("{\"v\": 1, \"list\": []}");
        assertThat(ended.value().get("got")).isEqualTo(json(got));
        assertThat(subRuns(verifier)).hasSize(1);
        ended.thenStatus(RunStatus.SUCCEEDED);
    }

    @Test
    void countsNoPayloadAsNull() {
        Ended ended = given(calling(""), ECHO).whenWebhook("{}");
        assertThat(ended.value().get("got").isNull()).isTrue();
    }

    @Test
    void rejectsAPayloadTextThatIsNoJson() {
        FlowVerifier verifier = given(calling("\"payload\": \"{no\""), ECHO);
        verifier.whenWebhook("{}").thenStatus(RunStatus.FAILED);
        assertThat(subRuns(verifier)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"iterationMode\": null,",
                "\"iterationMode\": \"parallel\",",
                "\"iterationMode\": \"serial\",",
                "\"iterationMode\": \"batch\",",
                "\"iterationMode\": \"batch\", \"batchSize\": 2,",
                "\"iterationMode\": \"batch\", \"batchSize\": \"1\","
            })
    void startsOneRunForEachElementAndKeepsTheirOrder(String mode) {
        FlowVerifier verifier = given(calling(mode + "\"payload\": [1, \"a\", null]"), ECHO);
        JsonNode value = verifier.whenWebhook("{}").value();
        assertThat(value.findValues("got").toString()).isEqualTo("[1, \"a\", null]");
        assertThat(subRuns(verifier)).hasSize(3);
    }

    @Test
    void givesAnEmptyListForAnEmptyList() {
        FlowVerifier verifier = given(calling("\"payload\": []"), ECHO);
        verifier.whenWebhook("{}").thenReply("[]");
        assertThat(subRuns(verifier)).isEmpty();
    }

    @Test
    void takesTheWholeListAsOnePayloadForAnUnknownMode() {
        FlowVerifier verifier = given(calling("\"iterationMode\": \"nope\", \"payload\": [1, 2]"), ECHO);
        assertThat(verifier.whenWebhook("{}").value().get("got")).isEqualTo(json("[1, 2]"));
        assertThat(subRuns(verifier)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void rejectsABatchThatNeverGetsAnywhere(int size) {
        Ended ended = given(
                        calling("\"iterationMode\": \"batch\", \"batchSize\": " + size + ", \"payload\": [1]"), ECHO)
                .whenWebhook("{}");
        ended.thenStatus(RunStatus.FAILED);
        assertThat(ended.run().error()).contains("Batch size (" + size + ")");
    }

    @ParameterizedTest
    @CsvSource({"parallel, 10, 100", "serial, 10, 1000", "batch, 10, 100", "batch, 4, 300", "batch, 2, 500"})
    void overlapsRunsThatWaitAsTheModeSays(String mode, int size, long milliseconds) {
        String list = IntStream.range(0, 10).mapToObj(v -> "{\"v\":" + v + "}").collect(Collectors.joining(","));
        FlowVerifier verifier = given(
                calling("\"iterationMode\": \"%s\", \"batchSize\": %d, \"payload\": [%s]".formatted(mode, size, list)),
                SLOW);
        Instant start = verifier.clock().instant();
        verifier.whenWebhook("{}").thenReply("[" + list + "]");
        assertThat(Duration.between(start, verifier.clock().instant())).isEqualTo(Duration.ofMillis(milliseconds));
    }

    @ParameterizedTest
    @CsvSource({"parallel", "batch"})
    void hasNoMoreRunsUnderWayThanTheSettingAllows(String mode) {
        String payload = "\"iterationMode\": \"%s\", \"payload\": %s".formatted(mode, "[1,2,3,4,5,6,7,8,9]");
        FlowVerifier verifier = given(calling(payload), SLOW, Map.of("FLOWS_MAX_PARALLEL", "3"));
        Instant start = verifier.clock().instant();
        verifier.whenWebhook("{}");
        assertThat(subRuns(verifier)).hasSize(9);
        assertThat(Duration.between(start, verifier.clock().instant())).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void beginsTheNextRunsAsSoonAsOneOfAListInParallelEnds() {
        FlowVerifier verifier = given(
                calling("\"payload\": [50, 100, 50, 50]"),
                """
                {"options": {"return": "$trigger"}, "operations": {
                 "z": {"type": "sleep", "options": {"milliseconds": "{{ $trigger }}"}}}}""",
                Map.of("FLOWS_MAX_PARALLEL", "2"));
        Instant start = verifier.clock().instant();
        verifier.whenWebhook("{}").thenReply("[50, 100, 50, 50]");
        assertThat(Duration.between(start, verifier.clock().instant())).isEqualTo(Duration.ofMillis(150));
    }

    @Test
    void handsTheErrorOfARejectedRunOnAsItsValue() {
        FlowVerifier verifier = given(
                calling("\"payload\": [{\"v\": 1}, {\"v\": 2}, {\"v\": 3}]"),
                """
                {"options": {"return": "$last"}, "start": "s", "operations": {
                 "s": {"type": "condition", "options": {"filter": {"$trigger": {"v": {"_neq": 2}}}}, "resolve": "k"},
                 "k": {"type": "transform", "options": {"json": {"ok": "{{ $trigger.v }}"}}}}}""");
        Ended ended = verifier.whenWebhook("{}");
        ended.thenStatus(RunStatus.SUCCEEDED);
        JsonNode value = ended.value();
        assertThat(value.get(0)).isEqualTo(json("{\"ok\": 1}"));
        assertThat(value.get(1).get(0).get("code").asText()).isEqualTo("FAILED_VALIDATION");
        assertThat(value.get(2)).isEqualTo(json("{\"ok\": 3}"));
        assertThat(subRuns(verifier)).extracting(RunRecord::status).contains(RunStatus.FAILED);
    }

    @Test
    void doesNotRejectWithARunThatRejectsWhateverItsTriggerSaysOfErrors() {
        FlowVerifier verifier = given(
                calling("\"payload\": {}"),
                """
                {"options": {"return": "$last", "error_on_reject": true, "async": true}, "operations": {
                 "s": {"type": "throw-error", "options": {"code": "sub", "status": "400", "message": "no"}}}}""");
        Ended ended = verifier.whenWebhook("{}");
        ended.thenStatus(RunStatus.SUCCEEDED);
        assertThat(ended.value()).isEqualTo(json("{\"name\":\"DirectusError\",\"code\":\"SUB\",\"status\":400}"));
        JsonNode stored = ended.run().document().path("data").path("a");
        assertThat(stored.path("message").asText()).isEqualTo("no");
    }

    @Test
    void givesNullForAFlowThatReturnsNothing() {
        FlowVerifier verifier = given(
                calling("\"payload\": {\"a\": 1}"),
                "{\"options\": {}, \"operations\": {\"s\": {\"type\": \"transform\", \"options\": {\"json\": 1}}}}");
        verifier.whenWebhook("{}").thenReply("null");
        assertThat(subRuns(verifier)).hasSize(1);
    }

    @Test
    void givesTheWholeFlowObjectOfAFlowThatReturnsAllAndMasksItInTheJournal() {
        FlowVerifier verifier = given(
                calling("\"payload\": {\"a\": 1}"),
                """
                {"options": {"return": "$all"}, "operations": {
                 "s": {"type": "transform", "options": {"json": {"got": "{{ $trigger }}"}}}}}""",
                Map.of("FLOWS_ENV_ALLOW_LIST", "MY_SECRET", "MY_SECRET", "sup3rs3cretvalue"));
        Ended ended = verifier.whenWebhook("{}");
        assertThat(ended.value().fieldNames())
                .toIterable()
                .containsExactly("$trigger", "$last", "$accountability", "$env", "s");
        assertThat(ended.value().at("/$env/MY_SECRET").asText()).isEqualTo("sup3rs3cretvalue");
        JsonNode stored = ended.run().document();
        assertThat(stored.at("/data/a/$env/MY_SECRET").asText()).isEqualTo("--redacted:MY_SECRET--");
        assertThat(stored.toString()).doesNotContain("sup3rs3cretvalue");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"payload\": [1, 2] | active | operation | 11111111-1111-4111-8111-111111111111 | [null, null]",
                "\"payload\": {} | active | operation | 11111111-1111-4111-8111-111111111111 | null",
                "\"payload\": {} | active | operation | no id at all | null",
                "\"payload\": {} | active | operation | null | null",
                "\"payload\": {} | inactive | operation | sub | null",
                "\"payload\": {} | active | webhook | sub | null",
                "\"payload\": {} | active | manual | sub | null"
            })
    void givesNullAndWarnsOnceWhereThereIsNoFlowToCall(
            String payload, String status, String trigger, String flow, String reply) {
        String id = flow.equals("null") ? "null" : '"' + flow.replace("sub", SUB.toString()) + '"';
        var sub = "{\"status\": \"%s\", \"trigger\": \"%s\", %s".formatted(status, trigger, ECHO.substring(1));
        FlowVerifier verifier = given(
                "{\"operations\": {\"a\": {\"type\": \"trigger\", \"options\": {\"flow\": " + id + ", " + payload
                        + "}}}}",
                sub);
        List<String> warnings = new ArrayList<>();
        logging(warnings, () -> verifier.whenWebhook("{}").thenReply(reply).thenStatus(RunStatus.SUCCEEDED));
        assertThat(warnings).singleElement().asString().contains(", a: flow (", "null");
        assertThat(subRuns(verifier)).isEmpty();
    }

    @Test
    void callsAFlowThatTheDataNames() {
        FlowVerifier verifier = given(
                """
                {"operations": {"a": {"type": "trigger", "options": {"flow": "{{ $trigger.body.flow }}"}}}}""",
                ECHO);
        verifier.whenWebhook("{\"flow\": \"" + SUB + "\"}");
        assertThat(subRuns(verifier)).hasSize(1);
    }

    @Test
    void heym93KeepsTheCallersAccountInTheOtherFlow() {
        FlowVerifier verifier = given(calling("\"payload\": {}"), ECHO);
        Accountability anonymous = Accountability.anonymous("10.0.0.1", "agent", null);
        assertThat(verifier.whenWebhook("{}").value().get("user").asText())
                .isEqualTo(FlowVerifier.ADMIN.user().toString());
        JsonNode value = verifier.as(anonymous).whenWebhook("{}").value();
        assertThat(value.get("user").isNull()).isTrue();
        assertThat(subRuns(verifier)).extracting(RunRecord::ip).containsExactly("10.0.0.1", "127.0.0.1");
    }

    @Test
    void endsAFlowThatCallsItselfAtTheDepthLimit() {
        FlowVerifier verifier = given(calling("\"payload\": {}"), selfCalling("{}"), Map.of("FLOWS_MAX_DEPTH", "3"));
        verifier.whenWebhook("{}").thenStatus(RunStatus.SUCCEEDED);
        List<RunRecord> runs = subRuns(verifier);
        assertThat(runs).hasSize(3);
        assertThat(runs)
                .filteredOn(run -> run.status() == RunStatus.FAILED)
                .singleElement()
                .satisfies(run -> {
                    assertThat(run.error()).contains("FLOWS_MAX_DEPTH");
                    assertThat(run.document()
                                    .path("data")
                                    .path("$last")
                                    .path("name")
                                    .asText())
                            .isEqualTo("DirectusError");
                });
    }

    @Test
    void tellsTheStepWhichLimitItMet() {
        FlowVerifier verifier = given(
                """
                {"operations": {"a": {"type": "trigger", "options": {"flow": "%s"}, "reject": "b"},
                 "b": {"type": "transform", "options": {"json": {"is": "{{ $last.code }} {{ $last.status }}"}}}}}"""
                        .formatted(SUB),
                ECHO,
                Map.of("FLOWS_MAX_DEPTH", "0"));
        verifier.whenWebhook("{}")
                .thenReply("{\"is\": \"FLOW_DEPTH_EXCEEDED 400\"}")
                .thenSteps("a", "b")
                .thenStatus(RunStatus.SUCCEEDED_HANDLED);
    }

    @Test
    void endsAFlowThatCallsItselfTenfoldAtTheChainLimit() {
        FlowVerifier verifier = given(
                calling("\"payload\": {}"),
                selfCalling("[1,2,3,4,5,6,7,8,9,10]"),
                Map.of("FLOWS_MAX_CHAIN_RUNS", "500"));
        verifier.whenWebhook("{}");
        assertThat(subRuns(verifier)).hasSizeBetween(400, 500);
        assertThat(subRuns(verifier)).extracting(RunRecord::error).anySatisfy(error -> assertThat(error)
                .contains("FLOWS_MAX_CHAIN_RUNS"));
    }

    @Test
    void refusesAListThatTheChainCanNotTakeBeforeItsFirstRun() {
        FlowVerifier verifier = given(calling("\"payload\": [1, 2, 3]"), ECHO, Map.of("FLOWS_MAX_CHAIN_RUNS", "2"));
        Ended ended = verifier.whenWebhook("{}");
        ended.thenStatus(RunStatus.FAILED);
        assertThat(ended.value().get("code").asText()).isEqualTo("FLOW_CHAIN_EXCEEDED");
        assertThat(subRuns(verifier)).isEmpty();
    }

    @Test
    void rejectsWithTheLimitThatEndedARun() {
        FlowVerifier verifier = given(
                calling("\"payload\": [1, 2]"),
                """
                {"operations": {"s": {"type": "transform", "resolve": "t"}, "t": {"type": "transform"}}}""",
                Map.of("FLOWS_MAX_STEPS", "1"));
        Ended ended = verifier.whenWebhook("{}");
        assertThat(ended.value().get("code").asText()).isEqualTo("FLOW_STEPS_EXCEEDED");
        assertThat(subRuns(verifier)).hasSize(1);
    }

    @Test
    void runsAListOfAHundredThousandWithinTheDefaultLimits() {
        String payload = IntStream.range(0, 100_000).mapToObj(String::valueOf).collect(Collectors.joining(","));
        for (String mode : List.of("parallel", "serial", "batch")) {
            FlowVerifier verifier = given(
                    calling("\"iterationMode\": \"" + mode + "\", \"payload\": \"{{ $trigger.body }}\""),
                    "{\"accountability\": null, \"options\": {\"return\": \"$trigger\"}}");
            JsonNode value = verifier.whenWebhook("[" + payload + "]").value();
            assertThat(value).hasSize(100_000);
            assertThat(value.get(99_999).asInt()).isEqualTo(99_999);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"serial", "parallel"})
    void rejectsAListOfRunsThatReturnMoreThanARunMayHold(String mode) {
        FlowVerifier verifier = given(
                calling("\"iterationMode\": \"" + mode + "\", \"payload\": " + numbers(100)),
                returning("x".repeat(1000)),
                Map.of("FLOWS_MAX_DATA_SIZE", "20kb"));
        Ended ended = verifier.whenWebhook("{}").thenStatus(RunStatus.FAILED);
        assertThat(ended.run().error()).contains("FLOWS_MAX_DATA_SIZE");
        assertThat(subRuns(verifier)).hasSize(21);
    }

    @Test
    void givesTheRoomOfAListBackWhenItsRunEnds() {
        FlowVerifier verifier = given(
                calling("\"payload\": " + numbers(10)),
                "{\"options\": {\"return\": \"none\"}, \"operations\": {\"b\": {\"type\": \"trigger\", \"options\": {\"flow\": \""
                        + BELOW + "\", \"payload\": " + numbers(10) + "}}}}",
                Map.of("FLOWS_MAX_DATA_SIZE", "20kb", "FLOWS_MAX_PARALLEL", "1"));
        var below = draft("{\"trigger\": \"operation\", \"name\": \"below\", "
                + returning("x".repeat(1000)).trim().substring(1));
        below.put("id", BELOW.toString());
        verifier.engine().library().createFlows(List.of(below), FlowVerifier.ADMIN);
        verifier.whenWebhook("{}").thenStatus(RunStatus.SUCCEEDED);
        assertThat(subRuns(verifier)).hasSize(10).extracting(RunRecord::status).containsOnly(RunStatus.SUCCEEDED);
    }

    @Test
    void waitsForALongListOfRunsThatWait() {
        String payload = IntStream.range(0, 5_000).mapToObj(String::valueOf).collect(Collectors.joining(","));
        for (String mode : List.of("parallel", "serial", "batch")) {
            FlowVerifier verifier = given(
                    calling("\"iterationMode\": \"" + mode + "\", \"payload\": \"{{ $trigger.body }}\""),
                    "{\"accountability\": null, " + SLOW.trim().substring(1));
            assertThat(verifier.whenWebhook("[" + payload + "]").value()).hasSize(5_000);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 200})
    void goesAsDeepAsTheLimitOnASmallStack(int depth) throws InterruptedException {
        String list = "[\"{{ $trigger }}\"]";
        AtomicReference<FlowVerifier> used = new AtomicReference<>();
        Thread thread = new Thread(
                null,
                () -> {
                    FlowVerifier verifier = given(
                            calling("\"payload\": [1]"),
                            selfCalling(list),
                            Map.of("FLOWS_MAX_DEPTH", String.valueOf(depth)));
                    verifier.whenWebhook("{}").thenStatus(RunStatus.SUCCEEDED);
                    used.set(verifier);
                },
                "small stack",
                256 << 10);
        thread.start();
        thread.join();
        assertThat(used.get()).isNotNull();
        List<RunRecord> runs = subRuns(used.get());
        assertThat(runs).hasSize(depth);
        assertThat(runs).filteredOn(run -> run.error() != null).singleElement().satisfies(run -> assertThat(run.error())
                .contains("FLOWS_MAX_DEPTH"));
    }

    @Test
    void rejectsADeepCallThatNoThreadTakes() {
        FlowVerifier verifier = given(calling("\"payload\": [1]"), selfCalling("{}"));
        verifier.queue().refuseAll();
        verifier.whenWebhook("{}");
        assertThat(subRuns(verifier)).hasSize(9);
        assertThat(subRuns(verifier))
                .extracting(RunRecord::error)
                .contains("The server is under pressure. Maybe try again in a moment.");
    }

    @Test
    void answersAtOnceWhereNoRunWaits() {
        FlowVerifier verifier = given(calling("\"payload\": [1, 2]"), ECHO);
        var reply = verifier.engine().engine().handle(verifier.call(verifier.flow(), "POST", "{}"));
        assertThat(reply.toCompletableFuture()).isCompletedWithValueMatching(Reply.Answered.class::isInstance);
        assertThat(verifier.queue().size()).isZero();
    }

    private static FlowVerifier given(String caller, String sub) {
        return given(caller, sub, Map.of());
    }

    private static FlowVerifier given(String caller, String sub, Map<String, String> settings) {
        FlowVerifier verifier = FlowVerifier.given(draft(caller), settings);
        var draft = draft("{\"trigger\": \"operation\", " + sub.trim().substring(1));
        if (!draft.hasNonNull("name")) {
            draft.put("name", "sub");
        }
        draft.put("id", SUB.toString());
        verifier.engine().library().createFlows(List.of(draft), FlowVerifier.ADMIN);
        return verifier;
    }

    private static String calling(String options) {
        String more = options.isEmpty() ? "" : ", " + options;
        return "{\"operations\": {\"a\": {\"type\": \"trigger\", \"options\": {\"flow\": \"" + SUB + "\"" + more
                + "}}}}";
    }

    private static String numbers(int count) {
        return IntStream.range(0, count).boxed().toList().toString();
    }

    private static String returning(String text) {
        return "{\"options\": {\"return\": \"$last\"}, \"operations\": {\"s\": {\"type\": \"transform\", \"options\": {\"json\": {\"v\": \""
                + text + "\"}}}}}";
    }

    private static String selfCalling(String payload) {
        return "{\"options\": {\"return\": \"$last\"}, \"operations\": {\"again\": {\"type\": \"trigger\", \"options\": {\"flow\": \""
                + SUB + "\", \"payload\": " + payload + "}}}}";
    }

    /** Newest first. */
    private static List<RunRecord> subRuns(FlowVerifier verifier) {
        return verifier.engine()
                .history()
                .runs(new RunQuery(SUB, List.of(), List.of(), null, null, false, null, null, true, -1, 0, true));
    }

    private static void logging(List<String> messages, Runnable work) {
        Logger logger = Logger.getLogger("io.dataflows.flow");
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                messages.add(java.text.MessageFormat.format(entry.getMessage(), entry.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(handler);
        try {
            work.run();
        } finally {
            logger.removeHandler(handler);
        }
    }
}
