package io.dataflows.engine.library;

import io.dataflows.model.flow.FlowDefinition;
import io.dataflows.model.flow.StepDefinition;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Copies of flows that differ in one thing. */
final class FlowHeads {

    private FlowHeads() {}

    static FlowDefinition withOperation(FlowDefinition flow, @Nullable UUID operation) {
        return copy(flow, operation, flow.revision(), flow.steps());
    }

    static FlowDefinition with(FlowDefinition flow, long revision, List<StepDefinition> steps) {
        return copy(flow, flow.operation(), revision, steps);
    }

    private static FlowDefinition copy(
            FlowDefinition flow, @Nullable UUID operation, long revision, List<StepDefinition> steps) {
        return new FlowDefinition(
                flow.id(),
                flow.name(),
                flow.icon(),
                flow.color(),
                flow.description(),
                flow.status(),
                flow.trigger(),
                flow.accountability(),
                flow.options(),
                operation,
                flow.folder(),
                flow.dateCreated(),
                flow.userCreated(),
                revision,
                steps);
    }
}
