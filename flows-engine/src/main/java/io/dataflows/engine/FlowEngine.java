package io.dataflows.engine;

import io.dataflows.model.reply.Reply;
import io.dataflows.model.trigger.TriggerEvent;
import java.util.concurrent.CompletionStage;

/** Starts runs. */
public final class FlowEngine {

    /**
     * Runs the flow that the event is for. Never throws and never fails the stage for business reasons: a refusal is a
     * reply. The stage is complete on return unless a step waits or works elsewhere.
     */
    public CompletionStage<Reply> handle(TriggerEvent event) {
        throw new UnsupportedOperationException(event.toString());
    }
}
