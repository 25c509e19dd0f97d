package io.dataflows.engine.compile;

import io.dataflows.model.error.FlowProblem;
import io.dataflows.model.error.RecordFaults;
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

/** No step leads back to itself. Walks without recursion: a chain may be long. */
final class CycleRule {

    private final FlowDefinition flow;
    private final Map<UUID, StepDefinition> byId = new HashMap<>();
    private final Set<UUID> done = new HashSet<>();
    private final Set<UUID> onPath = new HashSet<>();
    private final List<FlowProblem> problems = new ArrayList<>();

    CycleRule(FlowDefinition flow) {
        this.flow = flow;
        flow.steps().forEach(step -> byId.put(step.id(), step));
    }

    List<FlowProblem> check() {
        flow.steps().forEach(this::walk);
        return problems;
    }

    /** A step on the way, and how many of its two paths were followed. */
    private static final class Visit {
        private final StepDefinition step;
        private int followed;

        Visit(StepDefinition step) {
            this.step = step;
        }
    }

    private void walk(StepDefinition start) {
        Deque<Visit> path = new ArrayDeque<>();
        enter(path, start);
        while (!path.isEmpty()) {
            Visit visit = path.getLast();
            switch (visit.followed++) {
                case 0 -> follow(path, visit.step, "resolve", visit.step.resolve());
                case 1 -> follow(path, visit.step, "reject", visit.step.reject());
                default -> onPath.remove(path.removeLast().step.id());
            }
        }
    }

    private void enter(Deque<Visit> path, StepDefinition step) {
        if (done.add(step.id())) {
            onPath.add(step.id());
            path.addLast(new Visit(step));
        }
    }

    private void follow(Deque<Visit> path, StepDefinition from, String edge, @Nullable UUID target) {
        StepDefinition next = target == null ? null : byId.get(target);
        if (next == null) {
            return;
        }
        if (onPath.contains(next.id())) {
            problems.add(cycle(from, edge, next));
        } else {
            enter(path, next);
        }
    }

    private FlowProblem cycle(StepDefinition from, String edge, StepDefinition to) {
        String message = "Operation \"" + from.key() + "\" leads back to \"" + to.key() + "\" through its " + edge
                + " path: a flow can't run in a circle.";
        return Problems.blocking(
                "CYCLE",
                from,
                Problems.pointer(flow, from, edge),
                RecordFaults.invalid(message, edge, "cycle"),
                "Maybe a flow that triggers itself is what you want.");
    }
}
