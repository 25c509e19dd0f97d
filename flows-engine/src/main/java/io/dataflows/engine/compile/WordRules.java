package io.dataflows.engine.compile;

import io.dataflows.engine.catalog.OperationCatalog;
import io.dataflows.engine.filter.CompiledFilter;
import io.dataflows.engine.operation.logic.ConditionOperation;
import io.dataflows.model.error.FlowProblem;
import io.dataflows.model.flow.FlowDefinition;
import io.dataflows.model.flow.StepDefinition;
import io.dataflows.model.flow.TriggerDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Words that should mean something: keys, types, triggers, operators. Clients may save flows that break these. */
final class WordRules {

    private final FlowDefinition flow;
    private final OperationCatalog catalog;
    private final List<FlowProblem> problems = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    WordRules(FlowDefinition flow, OperationCatalog catalog) {
        this.flow = flow;
        this.catalog = catalog;
    }

    List<FlowProblem> check() {
        checkTrigger();
        problems.addAll(new ScheduleRule(flow).check());
        checkFirstStep();
        for (StepDefinition step : flow.steps()) {
            checkKey(step);
            checkType(step);
            checkFilter(step);
        }
        return problems;
    }

    private void checkTrigger() {
        if (flow.trigger() != null && TriggerParser.parse(flow) instanceof TriggerDefinition.Never) {
            problems.add(Problems.warning(
                    "UNKNOWN_TRIGGER",
                    "/trigger",
                    "Trigger \"" + flow.trigger() + "\" is unknown: the flow never runs.",
                    "Maybe one of event, webhook, schedule, operation, manual."));
        }
    }

    private void checkFirstStep() {
        if (flow.operation() != null && flow.firstStep().isEmpty()) {
            problems.add(Problems.warning(
                    "UNKNOWN_FIRST_STEP",
                    "/operation",
                    "First operation \"" + flow.operation() + "\" is none of this flow: it has no steps to run.",
                    "Maybe it was deleted: choose another one."));
        }
    }

    private void checkKey(StepDefinition step) {
        if (!keys.add(step.key())) {
            problems.add(Problems.warning(
                    "DUPLICATE_KEY",
                    step,
                    Problems.pointer(flow, step, "key"),
                    "Key \"" + step.key() + "\" is used twice: the later value replaces the earlier one.",
                    "Maybe rename one of them."));
        }
    }

    private void checkType(StepDefinition step) {
        if (catalog.find(step.type()).isEmpty()) {
            problems.add(Problems.warning(
                    "UNKNOWN_TYPE",
                    step,
                    Problems.pointer(flow, step, "type"),
                    "Operation type \"" + step.type() + "\" isn't installed: a run stops there.",
                    "Maybe the type is misspelt, or its jar is missing on this server."));
        }
    }

    private void checkFilter(StepDefinition step) {
        if (!step.type().equals(ConditionOperation.ID) || step.options() == null) {
            return;
        }
        for (String operator :
                CompiledFilter.compile(step.options().get("filter")).unknownOperators()) {
            problems.add(Problems.warning(
                    "UNKNOWN_OPERATOR",
                    step,
                    Problems.pointer(flow, step, "options/filter"),
                    "Filter operator \"" + operator + "\" is unknown: the condition always takes its reject path.",
                    "Maybe it is misspelt."));
        }
    }
}
