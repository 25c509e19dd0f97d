package io.dataflows.engine.rules;

import static java.util.Objects.requireNonNull;

import io.dataflows.engine.decide.Decision;
import io.dataflows.engine.decide.DecisionGraph;
import io.dataflows.engine.decide.DecisionSession;
import io.dataflows.engine.decide.Guard;
import io.dataflows.engine.decide.Judgement;
import io.dataflows.model.run.FlowObject;
import io.dataflows.model.run.StepStatus;
import io.dataflows.model.trigger.Accountability;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;

/** A working memory: the Flow Object from the start, then one fact for every outcome. */
final class DroolsDecisionSession implements DecisionSession {

    private final DecisionGraph graph;
    private final KieSession session;
    private final @Nullable Accountability accountability;
    private final Decisions decisions = new Decisions();

    DroolsDecisionSession(
            DecisionGraph graph, KieSession session, FlowObject data, @Nullable Accountability accountability) {
        this.graph = graph;
        this.session = session;
        this.accountability = accountability;
        session.insert(data);
    }

    @Override
    public Decision begin() {
        return decide(Ended.trigger(decisions));
    }

    @Override
    public Decision next(int step, StepStatus status) {
        return decide(Ended.step(step, status, decisions));
    }

    @Override
    public Judgement judge(int step) {
        Guard guard = requireNonNull(graph.nodes().get(step).guard(), "The step has no guard.");
        fire(new Due(step, guard, accountability, decisions));
        return decisions.takeJudgement();
    }

    @Override
    public void close() {
        session.dispose();
    }

    private Decision decide(Ended fact) {
        fire(fact);
        return decisions.take();
    }

    private void fire(Object fact) {
        session.insert(fact);
        session.fireAllRules();
    }
}
