package io.dataflows.engine.testkit;

import io.dataflows.engine.decide.Choice;
import io.dataflows.engine.decide.Decider;
import io.dataflows.engine.decide.Decision;
import io.dataflows.engine.decide.DecisionGraph;
import io.dataflows.engine.decide.DecisionGraph.Node;
import io.dataflows.engine.decide.DecisionProgram;
import io.dataflows.engine.decide.DecisionSession;
import io.dataflows.engine.decide.Judgement;
import io.dataflows.model.operation.Outcome;
import io.dataflows.model.run.FlowObject;
import io.dataflows.model.run.StepStatus;
import io.dataflows.model.trigger.Accountability;
import java.util.List;

/** The same decisions written by hand, without rules: what Drools is compared with. */
public final class WalkingDecider implements Decider {

    @Override
    public DecisionProgram compile(DecisionGraph graph) {
        return (data, accountability) -> new Walk(graph, data, accountability);
    }

    private record Walk(DecisionGraph graph, FlowObject data, Accountability accountability)
            implements DecisionSession {

        @Override
        public Decision begin() {
            return to(graph.first(), graph.name() + "/$trigger/resolve");
        }

        @Override
        public Decision next(int step, StepStatus status) {
            Node node = graph.nodes().get(step);
            String rule = graph.name() + '/' + node.name() + '/' + status.text();
            return switch (status) {
                case RESOLVE -> to(node.resolve(), rule);
                case REJECT -> to(node.reject(), rule);
                case UNKNOWN -> new Decision.Finish(rule);
            };
        }

        @Override
        public Judgement judge(int step) {
            Node node = graph.nodes().get(step);
            Outcome outcome = node.guard().judge(data, accountability);
            boolean holds = outcome instanceof Outcome.Resolved;
            String rule = graph.name() + '/' + node.name() + (holds ? "/holds" : "/fails");
            return new Judgement(outcome, rule, next(step, holds ? StepStatus.RESOLVE : StepStatus.REJECT));
        }

        @Override
        public void close() {}

        private static Decision to(int target, String rule) {
            return target == DecisionGraph.NONE
                    ? new Decision.Finish(rule)
                    : new Decision.Next(List.of(new Choice(target, rule)));
        }
    }
}
