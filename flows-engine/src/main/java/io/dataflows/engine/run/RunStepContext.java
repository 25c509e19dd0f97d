package io.dataflows.engine.run;

import io.dataflows.engine.step.Capabilities;
import io.dataflows.model.flow.FlowVersion;
import io.dataflows.model.operation.StepContext;
import io.dataflows.model.run.Concealment;
import io.dataflows.model.run.FlowObject;
import io.dataflows.model.run.RunId;
import io.dataflows.model.trigger.Authority;
import io.dataflows.model.trigger.RunChain;
import java.time.Clock;

record RunStepContext(ActiveRun run, String stepKey, Clock clock, Capabilities capabilities) implements StepContext {

    @Override
    public RunId runId() {
        return run.id();
    }

    @Override
    public FlowVersion version() {
        return run.flow().version();
    }

    @Override
    public FlowObject data() {
        return run.data();
    }

    @Override
    public Authority authority() {
        return run.admitted().authority();
    }

    @Override
    public RunChain chain() {
        return run.admitted().chain();
    }

    @Override
    public Concealment concealment() {
        return run.secrets();
    }

    @Override
    public <C> C capability(Class<C> type) {
        return type == RunPlace.class ? type.cast(run.place()) : capabilities.get(type);
    }
}
