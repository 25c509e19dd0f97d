package io.dataflows.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.FlowEngineBuilder;
import io.dataflows.engine.FlowEngineBuilder.Wired;
import io.dataflows.engine.catalog.OperationCatalog;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.setting.Settings;
import io.dataflows.model.capability.FlowLog;
import io.dataflows.model.operation.Operation;
import io.dataflows.model.reply.Reply;
import io.dataflows.model.run.RunQuery;
import io.dataflows.model.run.RunRecord;
import io.dataflows.model.run.RunStatus;
import io.dataflows.model.trigger.Accountability;
import io.dataflows.model.trigger.WebhookCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A definition in; steps, branches and reply out: the whole engine with stores in memory and a clock that waits. */
public final class FlowVerifier {

    public static final Accountability ADMIN = new Accountability(
            new UUID(0, 1), new UUID(0, 2), List.of(new UUID(0, 1)), true, true, "127.0.0.1", null, null);

    private final FakeClock clock = new FakeClock();
    private final FakeWorkQueue queue = new FakeWorkQueue(clock);
    private final InMemoryFlowStore flows = new InMemoryFlowStore();
    private final InMemoryRunStore runs = new InMemoryRunStore();
    private final List<String> log = new ArrayList<>();
    private final RecordedFixtures fixtures = new RecordedFixtures(clock);
    private final Wired engine;
    private final UUID flow;
    private Accountability caller = ADMIN;

    private FlowVerifier(
            ObjectNode draft, Map<String, String> settings, UnaryOperator<FlowEngineBuilder> capabilities) {
        FlowEngineBuilder builder = new FlowEngineBuilder()
                .settings(Settings.of(settings))
                .clock(clock)
                .flows(flows)
                .runs(runs)
                .queue(queue)
                .capability(FlowLog.class, (run, step, message) -> log.add(message));
        engine = capabilities.apply(fixtures.install(builder)).build();
        flow = engine.library().createFlows(List.of(draft), ADMIN).get(0).id();
    }

    public static FlowVerifier given(ObjectNode draft) {
        return given(draft, Map.of());
    }

    public static FlowVerifier given(ObjectNode draft, Map<String, String> settings) {
        return given(draft, settings, UnaryOperator.identity());
    }

    /** With these operations only. */
    public static FlowVerifier given(ObjectNode draft, Operation<?>... operations) {
        OperationCatalog catalog = new OperationCatalog(List.of(operations));
        return given(draft, Map.of(), builder -> builder.catalog(catalog));
    }

    /** @param capabilities adds what the flow's operations reach */
    public static FlowVerifier given(
            ObjectNode draft, Map<String, String> settings, UnaryOperator<FlowEngineBuilder> capabilities) {
        return new FlowVerifier(draft, settings, capabilities);
    }

    public Wired engine() {
        return engine;
    }

    public UUID flow() {
        return flow;
    }

    public FakeWorkQueue queue() {
        return queue;
    }

    public FakeClock clock() {
        return clock;
    }

    /** The items, people and inboxes that the engine reaches. */
    public RecordedFixtures fixtures() {
        return fixtures;
    }

    public List<String> log() {
        return log;
    }

    public FlowVerifier as(Accountability who) {
        caller = who;
        return this;
    }

    /** Calls the webhook with a JSON body and waits, in fake time, for the reply. */
    public Ended whenWebhook(String body) {
        var stage = engine.engine().handle(call(flow, "POST", body)).toCompletableFuture();
        queue.runAll();
        assertThat(stage).isCompleted();
        return new Ended(stage.join());
    }

    public WebhookCall call(UUID id, String method, String body) {
        ObjectNode headers = Json.object().put("content-type", "application/json");
        return new WebhookCall(
                id,
                method,
                "/trigger/" + id,
                Json.object(),
                Flows.json(body),
                headers,
                body.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                caller);
    }

    public List<RunRecord> runs() {
        RunQuery query = new RunQuery(flow, List.of(), List.of(), null, null, false, null, null, true, -1, 0, true);
        return engine.history().runs(query);
    }

    /** What came of the call. */
    public final class Ended {

        private final Reply reply;

        private Ended(Reply reply) {
            this.reply = reply;
        }

        public Reply reply() {
            return reply;
        }

        public Ended thenReply(String json) {
            assertThat(value()).isEqualTo(Flows.json(json));
            return this;
        }

        public JsonNode value() {
            assertThat(reply).isInstanceOf(Reply.Answered.class);
            JsonNode value = ((Reply.Answered) reply).value();
            // As the caller reads it: a fault shows only what its JSON shows.
            return value == null ? null : Flows.json(Json.write(value));
        }

        public Ended thenRefused(int status, String code) {
            assertThat(reply).isInstanceOf(Reply.Refused.class);
            var fault = ((Reply.Refused) reply).fault();
            assertThat(fault.status()).isEqualTo(status);
            assertThat(fault.code()).isEqualTo(code);
            return this;
        }

        public Ended thenSteps(String... keys) {
            assertThat(steps()).extracting(step -> step.path("key").asText()).containsExactly(keys);
            return this;
        }

        public Ended thenRules(String... rules) {
            assertThat(steps()).extracting(step -> step.path("rule").asText()).containsExactly(rules);
            return this;
        }

        public Ended thenStatus(RunStatus status) {
            assertThat(run().status()).isEqualTo(status);
            return this;
        }

        public RunRecord run() {
            return runs().get(0);
        }

        public Iterable<JsonNode> steps() {
            List<JsonNode> steps = new ArrayList<>();
            run().document().path("steps").forEach(steps::add);
            return steps;
        }
    }
}
