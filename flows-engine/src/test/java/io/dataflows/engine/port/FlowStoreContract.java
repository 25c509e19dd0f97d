package io.dataflows.engine.port;

import static io.dataflows.engine.port.Samples.flow;
import static io.dataflows.engine.port.Samples.json;
import static io.dataflows.engine.port.Samples.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflows.model.flow.FlowDefinition;
import io.dataflows.model.flow.StepDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link FlowStore} does. */
public abstract class FlowStoreContract {

    /** The store under test, empty at the beginning of each test. */
    protected abstract FlowStore store();

    private void put(FlowDefinition... flows) {
        store().<Void>change(change -> {
            for (FlowDefinition flow : flows) {
                change.put(flow);
            }
            return null;
        });
    }

    @Test
    void findsNothingInAnEmptyStore() {
        assertThat(store().all()).isEmpty();
        assertThat(store().find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void keepsAFlowWithNothingButItsObligatoryMembers() {
        UUID id = UUID.randomUUID();
        FlowDefinition flow = flow(id, "", 0, step(id, ""));

        put(flow);

        assertThat(store().find(id)).contains(flow);
        assertThat(store().all()).containsExactly(flow);
    }

    @Test
    void keepsEveryMember() {
        UUID id = UUID.randomUUID();
        FlowDefinition flow =
                Samples.fullFlow(id, "text", json("{\"a\":[1]}"), Samples.fullStep(id, "text", json("{\"b\":null}")));

        put(flow);

        assertThat(store().find(id)).contains(flow);
    }

    @Test
    void keepsOddAndLongTexts() {
        UUID id = UUID.randomUUID();
        String text = Samples.ODD_TEXT + "x".repeat(10_000);
        FlowDefinition flow = Samples.fullFlow(id, text, json("{}"), Samples.fullStep(id, text, json("{}")));

        put(flow);

        assertThat(store().find(id)).contains(flow);
    }

    @Test
    void keepsJsonNullApartFromNoOptions() {
        UUID id = UUID.randomUUID();

        put(Samples.fullFlow(id, "x", json("null"), Samples.fullStep(id, "x", json("null")), step(id, "none")));

        FlowDefinition stored = store().find(id).orElseThrow();
        assertThat(stored.options()).isEqualTo(json("null"));
        assertThat(stored.steps()).extracting(StepDefinition::options).containsExactly(json("null"), null);
    }

    @Test
    void keepsInstantsToTheMicrosecondWhereClocksJump() {
        Instant skippedInBerlin = Instant.parse("2026-03-29T01:30:00.123456789Z");
        FlowDefinition flow = flow("x");
        FlowDefinition early = new FlowDefinition(
                flow.id(),
                "x",
                null,
                null,
                null,
                "active",
                null,
                null,
                null,
                null,
                null,
                skippedInBerlin,
                null,
                1,
                flow.steps());

        put(early);

        assertThat(store().find(flow.id()).orElseThrow().dateCreated())
                .isEqualTo(Instant.parse("2026-03-29T01:30:00.123456Z"));
    }

    @Test
    void keepsStepsInTheirOrder() {
        UUID id = UUID.randomUUID();
        StepDefinition[] steps =
                IntStream.range(0, 120).mapToObj(i -> step(id, "s" + i)).toArray(StepDefinition[]::new);

        put(flow(id, "x", 1, steps));

        assertThat(store().find(id).orElseThrow().steps()).containsExactly(steps);
    }

    @Test
    void replacesAFlowWithItsSteps() {
        UUID id = UUID.randomUUID();
        StepDefinition stays = step(id, "stays");
        put(flow(id, "old", 1, step(id, "goes"), stays));

        FlowDefinition replaced = flow(id, "new", 7, step(id, "comes"), stays);
        put(replaced);

        assertThat(store().all()).containsExactly(replaced);
    }

    @Test
    void deletesAFlowWithItsSteps() {
        UUID id = UUID.randomUUID();
        StepDefinition step = step(id, "a");
        FlowDefinition other = flow("other");
        put(flow(id, "x", 1, step), other);

        assertThat(store().findByStep(step.id())).map(FlowDefinition::id).contains(id);
        assertThat(store().<Boolean>change(change -> change.delete(id))).isTrue();

        assertThat(store().all()).containsExactly(other);
        assertThat(store().findByStep(step.id())).isEmpty();
        assertThat(store().<Optional<FlowDefinition>>change(change -> change.findByStep(step.id())))
                .isEmpty();
        assertThat(store().<Boolean>change(change -> change.delete(id))).isFalse();
    }

    @Test
    void seesItsOwnChanges() {
        UUID id = UUID.randomUUID();
        UUID target = UUID.randomUUID();
        StepDefinition from = step(UUID.randomUUID(), id, "from", target, null);
        FlowDefinition flow = flow(id, "x", 1, from);

        store().<Void>change(change -> {
            assertThat(change.find(id)).isEmpty();
            change.put(flow);
            assertThat(change.find(id)).contains(flow);
            assertThat(change.findByStep(from.id())).contains(flow);
            assertThat(change.linkedTo(target)).containsExactly(from);
            assertThat(change.all()).containsExactly(flow);
            change.delete(id);
            assertThat(change.find(id)).isEmpty();
            assertThat(change.linkedTo(target)).isEmpty();
            change.put(flow);
            return null;
        });

        assertThat(store().all()).containsExactly(flow);
    }

    @Test
    void findsTheFlowOfAStep() {
        UUID id = UUID.randomUUID();
        StepDefinition step = step(id, "a");
        FlowDefinition flow = flow(id, "x", 1, step);
        put(flow("other"), flow);

        assertThat(store().findByStep(step.id())).contains(flow);
        assertThat(store().findByStep(UUID.randomUUID())).isEmpty();
    }

    @Test
    void findsTheStepsThatLeadToAStep() {
        UUID id = UUID.randomUUID();
        UUID target = UUID.randomUUID();
        StepDefinition success = step(UUID.randomUUID(), id, "success", target, null);
        StepDefinition failure = step(UUID.randomUUID(), id, "failure", null, target);
        put(flow(id, "x", 1, success, failure, step(id, "neither")));

        assertThat(store().<List<StepDefinition>>change(change -> change.linkedTo(target)))
                .containsExactlyInAnyOrder(success, failure);
    }

    @Test
    void swapsTwoPathsInOneChange() {
        UUID id = UUID.randomUUID();
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        FlowDefinition before = flow(id, "x", 1, step(one, id, "a", two, null), step(two, id, "b", one, null));
        FlowDefinition after = flow(id, "x", 2, step(one, id, "a", one, null), step(two, id, "b", two, null));
        put(before);

        put(after);

        assertThat(store().find(id)).contains(after);
    }

    @Test
    void movesAStepToAnotherFlow() {
        FlowDefinition from = flow("from");
        FlowDefinition to = flow("to");
        UUID step = UUID.randomUUID();
        put(Samples.withSteps(from, step(step, from.id(), "a", null, null)), to);

        put(Samples.withSteps(to, step(step, to.id(), "a", null, null)));

        assertThat(store().find(from.id()).orElseThrow().steps()).isEmpty();
        assertThat(store().find(to.id()).orElseThrow().step(step)).isPresent();
        assertThat(store().change(change -> change.findByStep(step))
                        .orElseThrow()
                        .id())
                .isEqualTo(to.id());
    }

    @Test
    void keepsNothingOfAChangeThatThrows() {
        FlowDefinition kept = flow("kept");
        put(kept);

        assertThatThrownBy(() -> store().change(change -> {
                    change.put(flow("lost"));
                    change.delete(kept.id());
                    throw new ArithmeticException("stop");
                }))
                .isInstanceOf(ArithmeticException.class);

        assertThat(store().all()).containsExactly(kept);
    }

    @Test
    void refusesAChangeInsideAChange() {
        assertThatThrownBy(() -> store().change(outer -> store().change(FlowStore.Change::all)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void letsOneChangeFinishBeforeTheNextBegins() throws Exception {
        FlowDefinition flow = flow(UUID.randomUUID(), "x", 0);
        put(flow);

        Together.call(4, () -> {
            for (int i = 0; i < 25; i++) {
                store().<Void>change(change -> {
                    change.put(Samples.withSteps(change.find(flow.id()).orElseThrow()));
                    return null;
                });
            }
            return null;
        });

        assertThat(store().find(flow.id()).orElseThrow().revision()).isEqualTo(100);
    }
}
