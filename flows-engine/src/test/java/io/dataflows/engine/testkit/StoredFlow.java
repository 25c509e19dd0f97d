package io.dataflows.engine.testkit;

import io.dataflows.model.flow.FlowDefinition;
import io.dataflows.model.flow.StepDefinition;
import java.util.List;
import java.util.UUID;

/** Copies of flows as a database would give them back. */
final class StoredFlow {

    private StoredFlow() {}

    static FlowDefinition of(FlowDefinition flow) {
        List<StepDefinition> steps =
                flow.steps().stream().map(step -> step(flow.id(), step)).toList();
        return withSteps(flow, steps);
    }

    /** A step has one row, so that it leaves its old flow when another one is stored with it. */
    static FlowDefinition without(List<UUID> ids, FlowDefinition flow) {
        List<StepDefinition> rest =
                flow.steps().stream().filter(step -> !ids.contains(step.id())).toList();
        return rest.size() == flow.steps().size() ? flow : withSteps(flow, rest);
    }

    private static FlowDefinition withSteps(FlowDefinition flow, List<StepDefinition> steps) {
        return new FlowDefinition(
                flow.id(),
                flow.name(),
                flow.icon(),
                flow.color(),
                flow.description(),
                flow.status(),
                flow.trigger(),
                flow.accountability(),
                AsStored.json(flow.options()),
                flow.operation(),
                flow.folder(),
                AsStored.instant(flow.dateCreated()),
                flow.userCreated(),
                flow.revision(),
                steps);
    }

    private static StepDefinition step(UUID flow, StepDefinition step) {
        return new StepDefinition(
                step.id(),
                flow,
                step.name(),
                step.key(),
                step.type(),
                step.positionX(),
                step.positionY(),
                AsStored.json(step.options()),
                step.resolve(),
                step.reject(),
                AsStored.instant(step.dateCreated()),
                step.userCreated());
    }
}
