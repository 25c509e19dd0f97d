package io.dataflows.engine.compile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dataflows.engine.operation.flow.TriggerFlowOperation;
import io.dataflows.model.error.FlowProblem;
import io.dataflows.model.flow.FlowDefinition;
import io.dataflows.model.flow.StepDefinition;
import io.dataflows.model.flow.StrictUuid;
import io.dataflows.model.flow.TriggerDefinition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** A step that calls a flow finds one to call, and no call leads back here. Ids that data chooses aren't known yet. */
final class CallRules {

    private final FlowDefinition flow;
    private final Function<UUID, Optional<FlowDefinition>> flows;

    CallRules(FlowDefinition flow, Function<UUID, Optional<FlowDefinition>> flows) {
        this.flow = flow;
        this.flows = flows;
    }

    List<FlowProblem> check() {
        List<FlowProblem> problems = new ArrayList<>();
        for (StepDefinition step : flow.steps()) {
            if (calls(step)) {
                check(step).ifPresent(problems::add);
            }
        }
        return problems;
    }

    private Optional<FlowProblem> check(StepDefinition step) {
        Optional<FlowDefinition> called = callee(step).flatMap(this::find);
        if (called.isEmpty()) {
            return Optional.of(uncallable(step, "which isn't there"));
        } else if (!(TriggerParser.parse(called.get()) instanceof TriggerDefinition.SubFlow)) {
            return Optional.of(uncallable(step, "whose trigger isn't another flow"));
        } else if (!called.get().isActive()) {
            return Optional.of(uncallable(step, "which isn't active"));
        }
        return leadsBack(called.get()) ? Optional.of(callCycle(step)) : Optional.empty();
    }

    /** Walks without recursion: flows may call one another in a long line. */
    private boolean leadsBack(FlowDefinition called) {
        Set<UUID> seen = new HashSet<>(Set.of(called.id()));
        Deque<FlowDefinition> ahead = new ArrayDeque<>(List.of(called));
        while (!ahead.isEmpty() && !seen.contains(flow.id())) {
            for (StepDefinition step : ahead.removeFirst().steps()) {
                callee(step).filter(seen::add).flatMap(this::find).ifPresent(ahead::addLast);
            }
        }
        return seen.contains(flow.id());
    }

    private Optional<FlowDefinition> find(UUID id) {
        return id.equals(flow.id()) ? Optional.of(flow) : flows.apply(id);
    }

    private static boolean calls(StepDefinition step) {
        return step.type().equals(TriggerFlowOperation.ID)
                && !option(step).asText().contains("{{");
    }

    private static Optional<UUID> callee(StepDefinition step) {
        return calls(step) ? StrictUuid.parse(option(step).asText()) : Optional.empty();
    }

    private static JsonNode option(StepDefinition step) {
        JsonNode options = step.options();
        return options == null ? MissingNode.getInstance() : options.path("flow");
    }

    private FlowProblem uncallable(StepDefinition step, String reason) {
        return Problems.warning(
                "UNCALLABLE_FLOW",
                step,
                Problems.pointer(flow, step, "options/flow"),
                "Operation \"" + step.key() + "\" calls flow (" + option(step).asText() + "), " + reason
                        + ": it gives null.",
                "Maybe choose another flow, or activate this one.");
    }

    private FlowProblem callCycle(StepDefinition step) {
        return Problems.warning(
                "CALL_CYCLE",
                step,
                Problems.pointer(flow, step, "options/flow"),
                "Operation \"" + step.key() + "\" calls flow (" + option(step).asText()
                        + "), which calls this flow again: without a condition in between, it ends at a limit.",
                "Maybe a condition should end the circle; FLOWS_MAX_DEPTH and FLOWS_MAX_CHAIN_RUNS set the limits.");
    }
}
