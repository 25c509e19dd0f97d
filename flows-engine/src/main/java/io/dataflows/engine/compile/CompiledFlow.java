package io.dataflows.engine.compile;

import io.dataflows.engine.decide.DecisionProgram;
import io.dataflows.model.flow.FlowDefinition;
import io.dataflows.model.flow.FlowVersion;
import io.dataflows.model.flow.JournalPolicy;
import io.dataflows.model.flow.TriggerDefinition;
import java.util.List;

/** One flow version, ready to run, shared by all of its runs. */
public record CompiledFlow(
        FlowVersion version,
        String name,
        TriggerDefinition trigger,
        ReturnPath returns,
        JournalPolicy journal,
        List<CompiledStep> steps,
        DecisionProgram program) {

    public CompiledFlow {
        steps = List.copyOf(steps);
    }

    static CompiledFlow of(
            FlowDefinition flow, TriggerDefinition trigger, List<CompiledStep> steps, DecisionProgram program) {
        return new CompiledFlow(
                flow.version(),
                flow.name(),
                trigger,
                ReturnPath.of(trigger.reply()),
                JournalPolicy.of(flow.accountability()),
                steps,
                program);
    }
}
