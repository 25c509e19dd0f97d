package io.dataflows.engine.compile;

import io.dataflows.model.error.FlowProblem;
import io.dataflows.model.error.RecordFaults;
import io.dataflows.model.flow.FlowDefinition;
import io.dataflows.model.flow.StepDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A path leads to a step of the same flow, and no step has two parents through the same kind of path. */
final class LinkRules {

    private final FlowDefinition flow;
    private final Set<UUID> ids = new HashSet<>();
    private final List<FlowProblem> problems = new ArrayList<>();

    LinkRules(FlowDefinition flow) {
        this.flow = flow;
        flow.steps().forEach(step -> ids.add(step.id()));
    }

    List<FlowProblem> check() {
        check("resolve", StepDefinition::resolve);
        check("reject", StepDefinition::reject);
        return problems;
    }

    private void check(String edge, Function<StepDefinition, @Nullable UUID> target) {
        Set<UUID> taken = new HashSet<>();
        for (StepDefinition step : flow.steps()) {
            UUID child = target.apply(step);
            if (child == null) {
                continue;
            }
            if (!ids.contains(child)) {
                problems.add(Problems.blocking(
                        "FOREIGN_LINK",
                        step,
                        Problems.pointer(flow, step, edge),
                        RecordFaults.noSuchTarget(Problems.COLLECTION, edge, child),
                        "Maybe the operation was deleted or belongs to another flow: link one of this flow."));
            } else if (!taken.add(child)) {
                problems.add(Problems.blocking(
                        "SECOND_PARENT",
                        step,
                        Problems.pointer(flow, step, edge),
                        RecordFaults.notUnique(Problems.COLLECTION, edge, child),
                        "Maybe another operation leads there already: unlink it first."));
            }
        }
    }
}
