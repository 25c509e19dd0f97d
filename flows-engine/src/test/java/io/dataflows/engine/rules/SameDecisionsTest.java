package io.dataflows.engine.rules;

import static io.dataflows.engine.decide.DecisionGraph.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import io.dataflows.engine.decide.Decider;
import io.dataflows.engine.decide.Decision;
import io.dataflows.engine.decide.DecisionGraph;
import io.dataflows.engine.decide.DecisionGraph.Node;
import io.dataflows.engine.decide.DecisionSession;
import io.dataflows.engine.decide.Guard;
import io.dataflows.engine.decide.Judgement;
import io.dataflows.engine.testkit.WalkingDecider;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultKind;
import io.dataflows.model.operation.Outcome;
import io.dataflows.model.run.FlowObject;
import io.dataflows.model.run.StepStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rules and a hand-written walk must decide alike, whatever the flow and its outcomes. */
class SameDecisionsTest {

    private static final Outcome YES = new Outcome.Resolved(NullNode.getInstance());
    private static final Outcome NO = new Outcome.Rejected(Fault.ofPlainError("Error", FaultKind.USER, "no"));

    @Test
    void decidesAsAWalkDoesOnRandomFlows() {
        DroolsDecider drools = new DroolsDecider();
        for (int seed = 0; seed < 150; seed++) {
            DecisionGraph graph = graph(new Random(seed));
            for (int run = 0; run < 3; run++) {
                int outcomes = seed * 31 + run;
                assertThat(trace(drools, graph, new Random(outcomes)))
                        .as("seed %d, outcomes %d", seed, outcomes)
                        .isEqualTo(trace(new WalkingDecider(), graph, new Random(outcomes)));
            }
        }
    }

    /** A tree: every step has a parent before it; some are conditions with a fixed answer. */
    private static DecisionGraph graph(Random random) {
        int size = 1 + random.nextInt(30);
        int[] resolve = new int[size];
        int[] reject = new int[size];
        java.util.Arrays.fill(resolve, NONE);
        java.util.Arrays.fill(reject, NONE);
        for (int step = 1; step < size; step++) {
            int parent = random.nextInt(step);
            int[] edge = random.nextBoolean() ? resolve : reject;
            if (edge[parent] == NONE) {
                edge[parent] = step;
            }
        }
        List<Node> nodes = new ArrayList<>();
        for (int step = 0; step < size; step++) {
            boolean holds = random.nextBoolean();
            Guard guard = random.nextInt(3) == 0 ? (data, who) -> holds ? YES : NO : null;
            nodes.add(new Node("s" + step, resolve[step], reject[step], guard));
        }
        return new DecisionGraph("random", 0, nodes);
    }

    private static List<String> trace(Decider decider, DecisionGraph graph, Random outcomes) {
        List<String> trace = new ArrayList<>();
        FlowObject data = new FlowObject(NullNode.getInstance(), NullNode.getInstance(), NullNode.getInstance());
        try (DecisionSession session = decider.compile(graph).open(data, null)) {
            Decision decision = session.begin();
            trace.add(decision.toString());
            while (decision instanceof Decision.Next next) {
                int step = next.choices().get(0).step();
                if (graph.nodes().get(step).guard() != null) {
                    Judgement judgement = session.judge(step);
                    trace.add(judgement.rule());
                    decision = judgement.decision();
                } else {
                    decision = session.next(step, StepStatus.values()[outcomes.nextInt(3)]);
                }
                trace.add(decision.toString());
            }
        }
        return trace;
    }
}
