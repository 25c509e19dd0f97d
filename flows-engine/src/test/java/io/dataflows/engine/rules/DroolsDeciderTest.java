package io.dataflows.engine.rules;

import static io.dataflows.engine.decide.DecisionGraph.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import io.dataflows.engine.decide.Choice;
import io.dataflows.engine.decide.Decision;
import io.dataflows.engine.decide.DecisionGraph;
import io.dataflows.engine.decide.DecisionGraph.Node;
import io.dataflows.engine.decide.DecisionSession;
import io.dataflows.engine.decide.Guard;
import io.dataflows.engine.decide.Judgement;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultKind;
import io.dataflows.model.operation.Outcome;
import io.dataflows.model.run.FlowObject;
import io.dataflows.model.run.StepStatus;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DroolsDeciderTest {

    private static final Guard PAID = (data, who) -> data.get("paid") == null
            ? new Outcome.Rejected(Fault.ofPlainError("Error", FaultKind.USER, "unpaid"))
            : new Outcome.Resolved(NullNode.getInstance());

    private final DroolsDecider decider = new DroolsDecider();

    @Test
    void followsTheResolveAndTheRejectPath() {
        var graph = graph(node("a", 1, 2), node("b", NONE, NONE), node("c", NONE, NONE));
        try (DecisionSession session = open(graph)) {
            assertThat(session.begin()).isEqualTo(next(0, "orders/$trigger/resolve"));
            assertThat(session.next(0, StepStatus.REJECT)).isEqualTo(next(2, "orders/a/reject"));
            assertThat(session.next(2, StepStatus.RESOLVE)).isEqualTo(new Decision.Finish("orders/c/resolve"));
        }
        try (DecisionSession session = open(graph)) {
            session.begin();
            assertThat(session.next(0, StepStatus.RESOLVE)).isEqualTo(next(1, "orders/a/resolve"));
        }
    }

    @Test
    void finishesAtOnceWithoutSteps() {
        try (DecisionSession session = open(new DecisionGraph("orders", NONE, List.of()))) {
            assertThat(session.begin()).isEqualTo(new Decision.Finish("orders/$trigger/resolve"));
        }
    }

    @Test
    void stopsAtAnUnknownOperation() {
        try (DecisionSession session = open(graph(node("a", 1, 1), node("b", NONE, NONE)))) {
            session.begin();
            assertThat(session.next(0, StepStatus.UNKNOWN)).isEqualTo(new Decision.Finish("orders/a/unknown"));
        }
    }

    @Test
    void judgesAConditionByWhatTheFlowObjectHoldsWhenItIsDue() {
        var graph = graph(node("a", 1, NONE), new Node("check", 2, NONE, PAID), node("c", NONE, NONE));
        FlowObject data = data();
        try (DecisionSession session = decider.compile(graph).open(data, null)) {
            session.begin();
            data.record("paid", JsonNodeFactory.instance.booleanNode(true));
            session.next(0, StepStatus.RESOLVE);
            Judgement judgement = session.judge(1);
            assertThat(judgement.outcome()).isInstanceOf(Outcome.Resolved.class);
            assertThat(judgement.rule()).isEqualTo("orders/check/holds");
            assertThat(judgement.decision()).isEqualTo(next(2, "orders/check/resolve"));
        }
        try (DecisionSession session = open(graph)) {
            session.begin();
            session.next(0, StepStatus.RESOLVE);
            Judgement judgement = session.judge(1);
            assertThat(judgement.outcome()).isInstanceOf(Outcome.Rejected.class);
            assertThat(judgement.rule()).isEqualTo("orders/check/fails");
            assertThat(judgement.decision()).isEqualTo(new Decision.Finish("orders/check/reject"));
        }
    }

    @Test
    void decidesFlowsOfHundredsOfSteps() {
        for (int size : new int[] {11, 100, 500}) {
            List<Node> nodes = new ArrayList<>();
            for (int step = 0; step < size; step++) {
                nodes.add(node("s" + step, step + 1 < size ? step + 1 : NONE, NONE));
            }
            try (DecisionSession session = open(new DecisionGraph("long", 0, nodes))) {
                session.begin();
                for (int step = 0; step + 1 < size; step++) {
                    assertThat(session.next(step, StepStatus.RESOLVE))
                            .isEqualTo(next(step + 1, "long/s" + step + "/resolve"));
                }
                assertThat(session.next(size - 1, StepStatus.RESOLVE)).isInstanceOf(Decision.Finish.class);
            }
        }
    }

    private DecisionSession open(DecisionGraph graph) {
        return decider.compile(graph).open(data(), null);
    }

    private static FlowObject data() {
        return new FlowObject(NullNode.getInstance(), NullNode.getInstance(), NullNode.getInstance());
    }

    private static Decision next(int step, String rule) {
        return new Decision.Next(List.of(new Choice(step, rule)));
    }

    private static DecisionGraph graph(Node... nodes) {
        return new DecisionGraph("orders", 0, List.of(nodes));
    }

    private static Node node(String name, int resolve, int reject) {
        return new Node(name, resolve, reject, null);
    }
}
