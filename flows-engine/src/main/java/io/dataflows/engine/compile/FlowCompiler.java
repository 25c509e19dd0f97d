package io.dataflows.engine.compile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dataflows.engine.catalog.OperationCatalog;
import io.dataflows.engine.decide.Decider;
import io.dataflows.engine.decide.DecisionGraph;
import io.dataflows.engine.decide.DecisionGraph.Node;
import io.dataflows.engine.decide.Guard;
import io.dataflows.engine.filter.CompiledFilter;
import io.dataflows.engine.operation.logic.ConditionOperation;
import io.dataflows.engine.template.Template;
import io.dataflows.model.flow.FlowDefinition;
import io.dataflows.model.flow.StepDefinition;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a definition that was found good ready to run. Steps that no path leads to are left out. */
public final class FlowCompiler {

    private final OperationCatalog catalog;
    private final Decider decider;
    private final Clock clock;

    public FlowCompiler(OperationCatalog catalog, Decider decider, Clock clock) {
        this.catalog = catalog;
        this.decider = decider;
        this.clock = clock;
    }

    /** The definition must have no blocking problem. */
    public CompiledFlow compile(FlowDefinition flow) {
        List<StepDefinition> reachable = StepOrder.of(flow);
        Map<UUID, Integer> numbers = numbers(reachable);
        List<CompiledStep> steps = new ArrayList<>(reachable.size());
        List<Node> nodes = new ArrayList<>(reachable.size());
        StepNames names = new StepNames();
        for (StepDefinition step : reachable) {
            CompiledStep compiled = compile(steps.size(), step);
            steps.add(compiled);
            nodes.add(new Node(
                    names.unique(step.key()),
                    number(numbers, step.resolve()),
                    number(numbers, step.reject()),
                    compiled.guarded() ? guard(compiled) : null));
        }
        var graph = new DecisionGraph(flow.name(), reachable.isEmpty() ? DecisionGraph.NONE : 0, nodes);
        return CompiledFlow.of(flow, TriggerParser.parse(flow), steps, decider.compile(graph));
    }

    private CompiledStep compile(int index, StepDefinition step) {
        JsonNode options = step.options() == null || step.options().isNull()
                ? JsonNodeFactory.instance.objectNode()
                : step.options();
        return new CompiledStep(
                index,
                step,
                catalog.find(step.type()).orElse(null),
                Template.compile(options),
                options,
                step.type().equals(ConditionOperation.ID));
    }

    private Guard guard(CompiledStep step) {
        CompiledFilter filter = CompiledFilter.compile(step.rawOptions().get("filter"));
        return (data, accountability) ->
                filter.evaluate(data, accountability, clock).toOutcome();
    }

    private static Map<UUID, Integer> numbers(List<StepDefinition> steps) {
        Map<UUID, Integer> numbers = new HashMap<>();
        for (StepDefinition step : steps) {
            numbers.put(step.id(), numbers.size());
        }
        return numbers;
    }

    private static int number(Map<UUID, Integer> numbers, @Nullable UUID step) {
        return step == null ? DecisionGraph.NONE : numbers.getOrDefault(step, DecisionGraph.NONE);
    }
}
