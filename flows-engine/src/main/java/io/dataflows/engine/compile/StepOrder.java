package io.dataflows.engine.compile;

import io.dataflows.model.flow.FlowDefinition;
import io.dataflows.model.flow.StepDefinition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The steps that a run can reach, the first one first. */
final class StepOrder {

    private final Map<UUID, StepDefinition> byId = new HashMap<>();
    private final Set<UUID> seen = new HashSet<>();
    private final Deque<StepDefinition> ahead = new ArrayDeque<>();

    private StepOrder(FlowDefinition flow) {
        flow.steps().forEach(step -> byId.put(step.id(), step));
        visit(flow.operation());
    }

    static List<StepDefinition> of(FlowDefinition flow) {
        StepOrder order = new StepOrder(flow);
        List<StepDefinition> steps = new ArrayList<>();
        while (!order.ahead.isEmpty()) {
            StepDefinition step = order.ahead.removeFirst();
            steps.add(step);
            order.visit(step.resolve());
            order.visit(step.reject());
        }
        return steps;
    }

    private void visit(@Nullable UUID id) {
        StepDefinition step = id == null ? null : byId.get(id);
        if (step != null && seen.add(step.id())) {
            ahead.addLast(step);
        }
    }
}
