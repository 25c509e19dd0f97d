package io.dataflows.engine.run;

import io.dataflows.engine.step.Capabilities;
import io.dataflows.model.flow.FlowVersion;
import io.dataflows.model.operation.StepContext;
import io.dataflows.model.run.FlowObject;
import io.dataflows.model.run.RunId;
import io.dataflows.model.trigger.Accountability;
import io.dataflows.model.trigger.RunChain;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

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
    public @Nullable Accountability accountability() {
        return run.admitted().accountability();
    }

    @Override
    public RunChain chain() {
        return run.admitted().chain();
    }

    @Override
    public void conceal(String secret) {
        run.conceal(secret);
    }

    @Override
    public <C> C capability(Class<C> type) {
        return capabilities.get(type);
    }
}
