package io.dataflows.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.compile.CompiledFlow;
import io.dataflows.engine.compile.CompiledFlows;
import io.dataflows.engine.event.HookEvent;
import io.dataflows.engine.event.Hooks;
import io.dataflows.model.trigger.EventRaised;
import io.dataflows.model.trigger.RunChain;
import java.util.List;
import java.util.UUID;

/** Tells flows what happens on the platform. */
public final class FlowHooks implements Hooks {

    private final CompiledFlows flows;
    private final FilterRuns filters;
    private final ActionRuns actions;

    FlowHooks(CompiledFlows flows, FilterRuns filters, ActionRuns actions) {
        this.flows = flows;
        this.filters = filters;
        this.actions = actions;
    }

    @Override
    public boolean hearsBefore(String event) {
        return flows.hasFilters(event);
    }

    @Override
    public boolean hearsAfter(String event) {
        return flows.hasActions(event);
    }

    @Override
    public JsonNode before(HookEvent event) {
        JsonNode payload = event.payload();
        for (CompiledFlow flow : flows.filters(event.name())) {
            // What a flow left of the payload is what the next one gets.
            ObjectNode data = JsonNodeFactory.instance.objectNode();
            data.set("payload", payload.deepCopy());
            data.put("event", event.name());
            data.setAll(event.members());
            JsonNode given = filters.run(flow, raised(flow, event, data), isCreate(event));
            payload = given == null ? payload : given.deepCopy();
        }
        return payload;
    }

    @Override
    public void after(HookEvent event) {
        List<CompiledFlow> waiting = flows.actions(event.name());
        if (!waiting.isEmpty()) {
            ObjectNode data = JsonNodeFactory.instance.objectNode();
            data.put("event", event.name());
            if (!event.payload().isMissingNode()) {
                // The run begins later: whoever caused it may use its own values further.
                data.set("payload", event.payload().deepCopy());
            }
            data.setAll(event.members());
            actions.promise(
                    waiting,
                    waiting.stream().map(flow -> raised(flow, event, data)).toList());
        }
    }

    private static EventRaised raised(CompiledFlow flow, HookEvent event, ObjectNode data) {
        UUID id = flow.version().flow();
        RunChain cause = event.cause();
        return new EventRaised(id, data, event.authority(), cause == null ? RunChain.begin(id) : cause.below());
    }

    /** What a refused create leaves of its filters is nothing; of other refused changes the runs stay. */
    private static boolean isCreate(HookEvent event) {
        return event.name().endsWith(".create");
    }
}
