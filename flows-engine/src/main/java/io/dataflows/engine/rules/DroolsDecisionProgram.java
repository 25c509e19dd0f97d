package io.dataflows.engine.rules;

import io.dataflows.engine.decide.DecisionGraph;
import io.dataflows.engine.decide.DecisionProgram;
import io.dataflows.engine.decide.DecisionSession;
import io.dataflows.model.run.FlowObject;
import io.dataflows.model.trigger.Accountability;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;

record DroolsDecisionProgram(DecisionGraph graph, KieBase base) implements DecisionProgram {

    @Override
    public DecisionSession open(FlowObject data, @Nullable Accountability accountability) {
        return new DroolsDecisionSession(graph, base.newKieSession(), data, accountability);
    }
}
