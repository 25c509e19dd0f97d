package io.dataflows.engine;

import static io.dataflows.engine.testkit.Flows.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.FlowEngineBuilder.Wired;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.testkit.FakeClock;
import io.dataflows.engine.testkit.FakeWorkQueue;
import io.dataflows.engine.testkit.FlowVerifier;
import io.dataflows.engine.testkit.InMemoryFlowStore;
import io.dataflows.engine.testkit.InMemoryRunStore;
import io.dataflows.model.error.FlowProblem;
import io.dataflows.model.error.FlowsException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of flows that can be stored, and what can't. */
class FlowProblemsTest {

    private final FakeClock clock = new FakeClock();
    private final Wired wired = new FlowEngineBuilder()
            .clock(clock)
            .flows(new InMemoryFlowStore())
            .runs(new InMemoryRunStore())
            .queue(new FakeWorkQueue(clock))
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "{\"cron\": null}", "{\"cron\": \"nope\"}", "{\"cron\": \"* * * *\"}"})
    void storesAScheduleWithoutAReadableRuleAndTellsOfIt(String options) {
        UUID flow = create(schedule(options, "active"));
        assertThat(wired.library().problems(flow)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("INVALID_SCHEDULE");
            assertThat(problem.blocking()).isFalse();
            assertThat(problem.pointer()).isEqualTo("/options/cron");
        });
    }

    @Test
    void refusesAnActiveScheduleThatNeverFires() {
        ObjectNode draft = schedule("{\"cron\": \"0 0 30 2 *\"}", "active");
        FlowsException refused = catchThrowableOfType(FlowsException.class, () -> create(draft));
        assertThat(refused.fault().code()).isEqualTo("FAILED_VALIDATION");
        assertThat(refused.fault().message()).contains("0 0 30 2 *");
        assertThat(wired.library().flows()).isEmpty();
    }

    @Test
    void storesAnInactiveScheduleThatNeverFiresButDoesNotActivateIt() {
        UUID flow = create(schedule("{\"cron\": \"0 0 30 2 *\"}", "inactive"));
        assertThat(wired.library().problems(flow))
                .extracting(FlowProblem::code, FlowProblem::blocking)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("SCHEDULE_NEVER_FIRES", false));
        Map<UUID, ObjectNode> activate = Map.of(flow, Json.object().put("status", "active"));
        assertThat(catchThrowableOfType(
                        FlowsException.class, () -> wired.library().updateFlows(activate, FlowVerifier.ADMIN)))
                .isNotNull();
    }

    @Test
    void findsNothingWrongWithAScheduleThatFires() {
        UUID flow = create(schedule("{\"cron\": \"0 0 29 2 *\"}", "active"));
        assertThat(wired.library().problems(flow)).isEmpty();
    }

    @Test
    void tellsOfCallsThatFindNoFlow() {
        UUID webhook = create(draft("{}"));
        UUID inactive = create(draft("{\"trigger\": \"operation\", \"status\": \"inactive\"}"));
        UUID good = create(draft("{\"trigger\": \"operation\"}"));
        assertThat(messages(calling(UUID.randomUUID()))).containsExactly("UNCALLABLE_FLOW");
        assertThat(messages(calling(webhook))).containsExactly("UNCALLABLE_FLOW");
        assertThat(messages(calling(inactive))).containsExactly("UNCALLABLE_FLOW");
        assertThat(messages(draft("{\"operations\": {\"a\": {\"type\": \"trigger\"}}}")))
                .containsExactly("UNCALLABLE_FLOW");
        assertThat(messages(calling(good))).isEmpty();
    }

    @Test
    void knowsNothingOfFlowsThatDataChooses() {
        assertThat(
                        messages(
                                draft(
                                        """
                {"operations": {"a": {"type": "trigger", "options": {"flow": "{{ $trigger.body.flow }}"}}}}""")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "50"})
    void tellsOfFlowsThatCallOneAnotherInACircle(int size) {
        List<UUID> ids =
                java.util.stream.Stream.generate(UUID::randomUUID).limit(size).toList();
        for (int index = 0; index < size; index++) {
            ObjectNode draft = calling(ids.get((index + 1) % size));
            create(draft.put("trigger", "operation").put("id", ids.get(index).toString()));
        }
        assertThat(ids).allSatisfy(id -> assertThat(wired.library().problems(id))
                .extracting(FlowProblem::code)
                .containsExactly("CALL_CYCLE"));
        assertThat(messages(calling(ids.get(0)))).isEmpty();
    }

    private List<String> messages(ObjectNode draft) {
        return wired.library().problems(create(draft)).stream()
                .map(FlowProblem::code)
                .toList();
    }

    private UUID create(ObjectNode draft) {
        return wired.library()
                .createFlows(List.of(draft), FlowVerifier.ADMIN)
                .get(0)
                .id();
    }

    private static ObjectNode calling(UUID flow) {
        return draft("{\"operations\": {\"a\": {\"type\": \"trigger\", \"options\": {\"flow\": \"" + flow + "\"}}}}");
    }

    private static ObjectNode schedule(String options, String status) {
        return draft("{\"trigger\": \"schedule\", \"status\": \"" + status + "\", \"options\": " + options + "}");
    }
}
