package io.dataflows.engine.admit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.compile.CompiledFlow;
import io.dataflows.engine.compile.CompiledFlows;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.flow.TriggerDefinition;
import io.dataflows.model.trigger.EventRaised;
import io.dataflows.model.trigger.FlowCall;
import io.dataflows.model.trigger.RunChain;
import io.dataflows.model.trigger.TriggerEvent;
import io.dataflows.model.trigger.WebhookCall;
import java.util.UUID;

/** Lets an event start a run, or refuses it with one and the same answer for "no such flow" and "not for you". */
public final class Admission {

    private final CompiledFlows flows;
    private final LoopGuard loops;
    private final ManualRules manualRules;

    public Admission(CompiledFlows flows, LoopGuard loops, ManualRules manualRules) {
        this.flows = flows;
        this.loops = loops;
        this.manualRules = manualRules;
    }

    /** @throws FlowsException when the event may not start a run */
    public Admitted admit(TriggerEvent event) {
        CompiledFlow flow = flows.get(event.flow()).orElseThrow(Refusals::forbidden);
        JsonNode trigger = event instanceof WebhookCall call ? admitCall(flow, call) : admitFlowCall(flow, event);
        RunChain chain = event.chain();
        loops.enter(event.flow(), chain);
        return new Admitted(flow, trigger, event.authority(), chain);
    }

    /**
     * Lets an event of the platform start a flow that waits for it.
     *
     * @throws FlowsException FLOW_DEPTH_EXCEEDED or FLOW_CHAIN_EXCEEDED when flows cause one another's events without end
     */
    public Admitted admit(CompiledFlow flow, EventRaised event) {
        loops.enter(event.flow(), event.chain());
        return new Admitted(flow, event.data(), event.authority(), event.chain());
    }

    /** Whether there is such a flow, and it is for other flows to call. */
    public boolean takesCalls(UUID flow) {
        return flows.get(flow)
                .filter(found -> found.trigger() instanceof TriggerDefinition.SubFlow)
                .isPresent();
    }

    /** @throws FlowsException when a chain of runs can't take so many more runs of the flow */
    public void checkRoom(UUID flow, RunChain chain, int more) {
        loops.checkRoom(flow, chain, more);
    }

    private JsonNode admitCall(CompiledFlow flow, WebhookCall call) {
        TriggerDefinition trigger = flow.trigger();
        boolean fits = trigger instanceof TriggerDefinition.Webhook webhook
                ? webhook.method().equals(call.method())
                : trigger instanceof TriggerDefinition.Manual manual && manualRules.allow(manual, call);
        if (!fits) {
            throw Refusals.forbidden();
        }
        return toJson(call);
    }

    private static JsonNode admitFlowCall(CompiledFlow flow, TriggerEvent event) {
        if (event instanceof FlowCall call && flow.trigger() instanceof TriggerDefinition.SubFlow) {
            return call.payload();
        }
        throw Refusals.forbidden();
    }

    private static ObjectNode toJson(WebhookCall call) {
        ObjectNode trigger = JsonNodeFactory.instance.objectNode();
        trigger.put("path", call.path());
        trigger.set("query", call.query());
        trigger.set("body", call.body());
        trigger.put("method", call.method());
        trigger.set("headers", call.headers());
        return trigger;
    }
}
