package io.dataflows.engine.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.engine.FlowEngineBuilder;
import io.dataflows.engine.FlowEngineBuilder.Wired;
import io.dataflows.engine.catalog.OperationCatalog;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.operation.data.TransformOperation;
import io.dataflows.engine.testkit.FakeClock;
import io.dataflows.engine.testkit.FakeWorkQueue;
import io.dataflows.engine.testkit.FlowVerifier;
import io.dataflows.engine.testkit.Flows;
import io.dataflows.engine.testkit.InMemoryFlowStore;
import io.dataflows.engine.testkit.InMemoryRunStore;
import io.dataflows.model.operation.Effect;
import io.dataflows.model.operation.Operation;
import io.dataflows.model.operation.OperationInfo;
import io.dataflows.model.operation.Option;
import io.dataflows.model.operation.Outcome;
import io.dataflows.model.operation.StepContext;
import io.dataflows.model.reply.Reply;
import io.dataflows.model.run.RunQuery;
import io.dataflows.model.trigger.WebhookCall;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConcealTest {

    private final FakeWorkQueue queue = new FakeWorkQueue(new FakeClock());
    private final Wired engine = new FlowEngineBuilder()
            .catalog(new OperationCatalog(List.of(new TransformOperation(), new SigningOperation())))
            .flows(new InMemoryFlowStore())
            .runs(new InMemoryRunStore())
            .queue(queue)
            .build();

    @Test
    void masksASecretInTheRecordsOfEarlierStepsToo() {
        JsonNode document = run(
                """
                {"early": {"type": "transform", "resolve": "sign",
                  "options": {"json": {"seen": "made-by-sign of {{ $trigger.body.a }}"}}},
                 "sign": {"type": "signing", "options": {"key": "k", "text": "t"}}}""");
        assertThat(document.at("/steps/0/output/seen").asText()).isEqualTo("--redacted-- of --redacted--");
        assertThat(document.at("/steps/0/options/json/seen").asText()).isEqualTo("--redacted-- of --redacted--");
        assertThat(document.at("/steps/1/output").asText()).isEqualTo("--redacted--");
        assertThat(document.at("/trigger/body/a").asText()).isEqualTo("--redacted--");
    }

    @Test
    void masksSecretOptionsInTheirPlaceAndTheirValuesElsewhere() {
        JsonNode document = run(
                """
                {"sign": {"type": "signing", "resolve": "late", "options": {"key": "key-in-option", "text": "key-in-option?",
                    "headers": [{"name": "n", "value": "1"}, {"name": "m", "value": "value-in-list"}]}},
                 "late": {"type": "transform", "options": {"json": ["key-in-option", "value-in-list", "1"]}}}""");
        assertThat(document.at("/steps/0/options"))
                .isEqualTo(
                        Flows.json(
                                """
                {"key": "--redacted--", "text": "--redacted--?",
                 "headers": [{"name": "n", "value": "--redacted--"}, {"name": "m", "value": "--redacted--"}]}"""));
        assertThat(document.at("/steps/1/output")).isEqualTo(Flows.json("[\"--redacted--\", \"--redacted--\", \"1\"]"));
    }

    @Test
    void masksSecretOptionsThatCouldNotBeRendered() {
        JsonNode document =
                run("{\"sign\": {\"type\": \"signing\", \"options\": {\"key\": \"as-written\", \"text\": \"{{ }}\"}}}");
        assertThat(document.at("/steps/0/options"))
                .isEqualTo(Flows.json("{\"key\": \"--redacted--\", \"text\": \"{{ }}\"}"));
    }

    private JsonNode run(String operations) {
        var flow = engine.library()
                .createFlows(
                        List.of(Flows.draft("{\"accountability\":\"all\",\"operations\":" + operations + "}")),
                        FlowVerifier.ADMIN)
                .get(0);
        Reply reply = engine.engine()
                .handle(new WebhookCall(
                        flow.id(),
                        "POST",
                        "/trigger/" + flow.id(),
                        Json.object(),
                        Json.object().put("a", "made-by-sign"),
                        Json.object(),
                        new byte[0],
                        FlowVerifier.ADMIN))
                .toCompletableFuture()
                .join();
        assertThat(reply).isInstanceOf(Reply.Answered.class);
        RunQuery query =
                new RunQuery(flow.id(), List.of(), List.of(), null, null, false, null, null, true, -1, 0, true);
        return engine.history().runs(query).get(0).document();
    }

    /** Makes the same token of everything. */
    @OperationInfo(id = "signing", name = "Sign", icon = "key", description = "Signs.", effect = Effect.PURE)
    public static final class SigningOperation implements Operation<SigningOperation.Options> {

        public record Header(
                @Option(title = "Name") @Nullable String name,
                @Option(title = "Value", secret = true) @Nullable String value) {}

        public record Options(
                @Option(title = "Key", secret = true) @Nullable String key,
                @Option(title = "Text") @Nullable String text,
                @Option(title = "Headers") @Nullable List<Header> headers) {}

        @Override
        public Class<Options> optionsType() {
            return Options.class;
        }

        @Override
        public Outcome run(Options options, StepContext context) {
            context.conceal("made-by-sign");
            return new Outcome.Resolved(TextNode.valueOf("made-by-sign"));
        }
    }
}
