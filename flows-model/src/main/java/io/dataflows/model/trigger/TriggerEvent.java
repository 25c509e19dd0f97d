package io.dataflows.model.trigger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came in and may start a run. */
public sealed interface TriggerEvent permits WebhookCall, FlowCall, EventRaised {

    /** The chain of runs that it continues; a new one for an event from outside. */
    RunChain chain();

    /** The flow that it is for. */
    UUID flow();

    /** Whose rights steps have that ask for those of the trigger. */
    Authority authority();

    /** The caller, or null where no person or machine stands behind it, as for a schedule. */
    default @Nullable Accountability accountability() {
        return authority().accountability();
    }
}
