package io.dataflows.engine;

import static io.dataflows.engine.testkit.Flows.draft;
import static io.dataflows.engine.testkit.Flows.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.FlowEngineBuilder.Wired;
import io.dataflows.engine.testkit.FakeClock;
import io.dataflows.engine.testkit.FakeWorkQueue;
import io.dataflows.engine.testkit.FlowVerifier;
import io.dataflows.engine.testkit.InMemoryFlowStore;
import io.dataflows.engine.testkit.InMemoryRunStore;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FlowProblem;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.flow.FlowDefinition;
import io.dataflows.model.flow.StepDefinition;
import io.dataflows.model.reply.Reply;
import io.dataflows.model.trigger.WebhookCall;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class FlowLibraryTest {

    private final FakeClock clock = new FakeClock();
    private final InMemoryFlowStore store = new InMemoryFlowStore();
    private final Wired wired = new FlowEngineBuilder()
            .clock(clock)
            .flows(store)
            .runs(new InMemoryRunStore())
            .queue(new FakeWorkQueue(clock))
            .build();
    private final FlowLibrary library = wired.library();

    @Test
    void createsAFlowWithDefaults() {
        FlowDefinition flow = create("{\"name\": \"F1\", \"nope\": 1}");
        assertThat(flow.status()).isEqualTo("active");
        assertThat(flow.accountability()).isEqualTo("all");
        assertThat(flow.trigger()).isNull();
        assertThat(flow.userCreated()).isEqualTo(FlowVerifier.ADMIN.user());
        assertThat(flow.dateCreated()).isEqualTo(clock.instant());
        assertThat(library.flow(flow.id())).contains(flow);
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        FlowDefinition flow = create("{\"name\": \"F1\"}");
        List<Fault> faults = faults(() -> library.createSteps(
                List.of(object("{\"key\": \"k\", \"flow\": \"" + flow.id() + "\"}")), FlowVerifier.ADMIN));
        assertThat(faults)
                .extracting(Fault::message)
                .containsExactlyInAnyOrder(
                        "Validation failed for field \"type\". Value is required.",
                        "Validation failed for field \"position_x\". Value is required.",
                        "Validation failed for field \"position_y\". Value is required.");
        assertThat(library.flow(flow.id())).contains(flow);
    }

    @Test
    void keepsNothingOfAListWithOneBadDraft() {
        List<Fault> faults = faults(() -> library.createFlows(
                List.of(object("{\"name\": \"good\"}"), object("{\"name\": null}")), FlowVerifier.ADMIN));
        assertThat(faults).extracting(Fault::code).containsExactly("FAILED_VALIDATION");
        assertThat(library.flows()).isEmpty();
    }

    @Test
    void refusesWrongTypesAndTextsThatAreTooLong() {
        assertThat(faults(() -> create("{\"name\": [1]}")))
                .extracting(Fault::code)
                .containsExactly("INVALID_PAYLOAD");
        assertThat(faults(() -> create("{\"name\": \"" + "x".repeat(256) + "\"}")))
                .extracting(Fault::code)
                .containsExactly("VALUE_TOO_LONG");
        assertThat(faults(() -> create("{\"name\": \"a\", \"options\": \"{bad\"}")))
                .extracting(Fault::code)
                .containsExactly("INVALID_PAYLOAD");
        assertThat(faults(() -> create("{\"id\": \"abc\", \"name\": \"a\"}")))
                .extracting(Fault::code)
                .containsExactly("FORBIDDEN");
    }

    @Test
    void refusesAnIdThatIsTaken() {
        FlowDefinition flow = create("{\"name\": \"F1\"}");
        List<Fault> faults = faults(() -> create("{\"name\": \"F2\", \"id\": \"" + flow.id() + "\"}"));
        assertThat(faults)
                .extracting(Fault::message)
                .containsExactly("Value \"" + flow.id()
                        + "\" for field \"id\" in collection \"directus_flows\" has to be unique.");
    }

    @Test
    void readsOptionsThatAreText() {
        assertThat(create("{\"name\": \"a\", \"options\": \"{\\\"a\\\":1}\"}").options())
                .isEqualTo(json("{\"a\":1}"));
    }

    @Test
    void savesAChainThatIsNestedInItsPaths() {
        FlowDefinition flow = create("{\"name\": \"F\"}");
        library.updateFlows(
                Map.of(
                        flow.id(),
                        object(
                                """
                {"operation": {"key": "first", "type": "transform", "position_x": 19, "position_y": 1, "flow": "%1$s",
                  "resolve": {"key": "second", "type": "log", "position_x": 37, "position_y": 1, "flow": "%1$s"},
                  "reject": {"key": "third", "type": "log", "position_x": 37, "position_y": 17, "flow": "%1$s"}}}"""
                                        .formatted(flow.id()))),
                FlowVerifier.ADMIN);
        FlowDefinition saved = library.flow(flow.id()).orElseThrow();
        assertThat(saved.steps()).extracting(StepDefinition::key).containsExactlyInAnyOrder("first", "second", "third");
        StepDefinition first = saved.firstStep().orElseThrow();
        assertThat(saved.step(first.resolve()).orElseThrow().key()).isEqualTo("second");
        assertThat(saved.step(first.reject()).orElseThrow().key()).isEqualTo("third");
        assertThat(saved.revision()).isEqualTo(flow.revision() + 1);
    }

    @Test
    void changesStepsByCreateUpdateAndDelete() {
        FlowDefinition flow = chain();
        StepDefinition a = byKey(flow, "a");
        StepDefinition b = byKey(flow, "b");
        library.updateFlows(
                Map.of(
                        flow.id(),
                        object(
                                """
                {"operations": {"create": [{"key": "d", "type": "sleep", "position_x": 1, "position_y": 1}],
                 "update": [{"id": "%s", "name": "renamed"}], "delete": ["%s"]}}"""
                                        .formatted(a.id(), b.id()))),
                FlowVerifier.ADMIN);
        FlowDefinition saved = library.flow(flow.id()).orElseThrow();
        assertThat(saved.steps()).extracting(StepDefinition::key).containsExactlyInAnyOrder("a", "c", "d");
        assertThat(byKey(saved, "a").name()).isEqualTo("renamed");
        assertThat(byKey(saved, "a").resolve()).isNull();
    }

    @Test
    void replacesStepsByAList() {
        FlowDefinition flow = chain();
        library.updateFlows(
                Map.of(
                        flow.id(),
                        object("""
                {"operations": [{"id": "%s", "key": "a2"}, "%s"]}"""
                                .formatted(
                                        byKey(flow, "a").id(), byKey(flow, "c").id()))),
                FlowVerifier.ADMIN);
        assertThat(library.flow(flow.id()).orElseThrow().steps())
                .extracting(StepDefinition::key)
                .containsExactlyInAnyOrder("a2", "c");
    }

    @Test
    void refusesCyclesForeignLinksAndSecondParents() {
        FlowDefinition flow = chain();
        StepDefinition a = byKey(flow, "a");
        StepDefinition b = byKey(flow, "b");
        StepDefinition c = byKey(flow, "c");
        FlowDefinition other = chain();
        assertThat(faults(() -> link(c, "resolve", a.id())))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("circle"));
        assertThat(faults(() -> link(a, "resolve", a.id())))
                .extracting(Fault::code)
                .containsExactly("FAILED_VALIDATION");
        assertThat(faults(() -> link(a, "resolve", c.id())))
                .extracting(Fault::code)
                .containsExactly("RECORD_NOT_UNIQUE");
        assertThat(faults(() -> link(c, "resolve", byKey(other, "b").id())))
                .extracting(Fault::code)
                .containsExactly("RECORD_NOT_UNIQUE");
        assertThat(faults(() -> link(c, "resolve", UUID.randomUUID())))
                .extracting(Fault::code)
                .containsExactly("INVALID_FOREIGN_KEY");
        link(a, "reject", b.id());
        assertThat(library.flow(flow.id()).orElseThrow().revision()).isEqualTo(flow.revision() + 1);
    }

    @Test
    void swapsLinksInOneChange() {
        FlowDefinition flow = chain();
        StepDefinition a = byKey(flow, "a");
        StepDefinition b = byKey(flow, "b");
        StepDefinition c = byKey(flow, "c");
        var patches = new java.util.LinkedHashMap<UUID, ObjectNode>();
        patches.put(a.id(), object("{\"resolve\": \"" + c.id() + "\"}"));
        patches.put(c.id(), object("{\"resolve\": \"" + b.id() + "\"}"));
        patches.put(b.id(), object("{\"resolve\": null}"));
        library.updateSteps(patches, FlowVerifier.ADMIN);
        FlowDefinition saved = library.flow(flow.id()).orElseThrow();
        assertThat(byKey(saved, "c").resolve()).isEqualTo(b.id());
    }

    @Test
    void tellsProblemsThatDoNotStopAFlow() {
        FlowDefinition flow = create("{\"name\": \"F\", \"trigger\": \"weird\", \"operation\": \"" + UUID.randomUUID()
                + "\", \"operations\": ["
                + "{\"key\": \"k\", \"type\": \"log\", \"position_x\": 1, \"position_y\": 1},"
                + "{\"key\": \"k\", \"type\": \"no-such\", \"position_x\": 1, \"position_y\": 1}]}");
        assertThat(library.problems(flow.id()))
                .allSatisfy(problem -> assertThat(problem.blocking()).isFalse())
                .extracting(FlowProblem::code)
                .containsExactlyInAnyOrder("UNKNOWN_TRIGGER", "UNKNOWN_FIRST_STEP", "DUPLICATE_KEY", "UNKNOWN_TYPE");
    }

    @Test
    void runsTheGoodFlowBesideABrokenOneAndLetsTheBrokenOneBeMended() {
        FlowDefinition good = library.createFlows(List.of(draft("{\"operations\": {}}")), FlowVerifier.ADMIN)
                .get(0);
        FlowDefinition chain = chain();
        StepDefinition c = byKey(chain, "c");
        var circular = new java.util.ArrayList<>(chain.steps());
        circular.remove(c);
        circular.add(new StepDefinition(
                c.id(),
                c.flow(),
                null,
                "c",
                "log",
                1,
                1,
                null,
                byKey(chain, "a").id(),
                null,
                c.dateCreated(),
                null));
        store.<Void>change(change -> {
            change.put(new FlowDefinition(
                    chain.id(),
                    "bad",
                    null,
                    null,
                    null,
                    "active",
                    "webhook",
                    "all",
                    null,
                    chain.operation(),
                    null,
                    chain.dateCreated(),
                    null,
                    7,
                    circular));
            return null;
        });
        assertThat(wired.load()).isEqualTo(1);
        assertThat(call(good.id())).isInstanceOf(Reply.Answered.class);
        assertThat(call(chain.id())).isInstanceOf(Reply.Refused.class);
        library.updateFlows(Map.of(chain.id(), object("{\"name\": \"still bad\"}")), FlowVerifier.ADMIN);
        library.deleteSteps(List.of(c.id()), FlowVerifier.ADMIN);
        library.updateFlows(Map.of(chain.id(), object("{\"options\": {\"method\": \"POST\"}}")), FlowVerifier.ADMIN);
        assertThat(call(chain.id())).isInstanceOf(Reply.Answered.class);
    }

    @Test
    void swapsAChangedFlowAndForgetsADeletedOne() {
        ObjectNode draft = draft("{\"operations\": {\"a\": {\"type\": \"transform\", \"options\": {\"json\": 1}}}}");
        FlowDefinition flow =
                library.createFlows(List.of(draft), FlowVerifier.ADMIN).get(0);
        assertThat(((Reply.Answered) call(flow.id())).value()).isEqualTo(json("1"));
        library.updateSteps(Map.of(byKey(flow, "a").id(), object("{\"options\": {\"json\": 2}}")), FlowVerifier.ADMIN);
        assertThat(((Reply.Answered) call(flow.id())).value()).isEqualTo(json("2"));
        library.updateFlows(Map.of(flow.id(), object("{\"status\": \"inactive\"}")), FlowVerifier.ADMIN);
        assertThat(call(flow.id())).isInstanceOf(Reply.Refused.class);
        library.updateFlows(Map.of(flow.id(), object("{\"status\": \"active\"}")), FlowVerifier.ADMIN);
        assertThat(call(flow.id())).isInstanceOf(Reply.Answered.class);
        library.deleteFlows(List.of(flow.id()), FlowVerifier.ADMIN);
        assertThat(call(flow.id())).isInstanceOf(Reply.Refused.class);
        assertThat(library.flow(flow.id())).isEmpty();
    }

    private Reply call(UUID flow) {
        return wired.engine()
                .handle(new WebhookCall(
                        flow,
                        "POST",
                        "/trigger/" + flow,
                        object("{}"),
                        object("{}"),
                        object("{}"),
                        new byte[0],
                        FlowVerifier.ADMIN))
                .toCompletableFuture()
                .join();
    }

    private void link(StepDefinition from, String edge, UUID to) {
        library.updateSteps(Map.of(from.id(), object("{\"" + edge + "\": \"" + to + "\"}")), FlowVerifier.ADMIN);
    }

    private FlowDefinition chain() {
        return library.createFlows(
                        List.of(
                                draft(
                                        """
                                {"operations": {"a": {"type": "log", "resolve": "b"}, "b": {"type": "log", "resolve": "c"},
                                 "c": {"type": "log"}}}""")),
                        FlowVerifier.ADMIN)
                .get(0);
    }

    private FlowDefinition create(String draft) {
        return library.createFlows(List.of(object(draft)), FlowVerifier.ADMIN).get(0);
    }

    private static StepDefinition byKey(FlowDefinition flow, String key) {
        return flow.steps().stream()
                .filter(step -> step.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static List<Fault> faults(ThrowingCallable call) {
        return catchThrowableOfType(FlowsException.class, call).faults();
    }

    private static ObjectNode object(String text) {
        return (ObjectNode) json(text);
    }
}
