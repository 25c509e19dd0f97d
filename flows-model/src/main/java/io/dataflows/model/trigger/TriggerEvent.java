package io.dataflows.model.trigger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came in and may start a run. */
public sealed interface TriggerEvent permits WebhookCall, FlowCall {

    /** How many flows stand above this one in a chain of flows that start one another; 0 for one from outside. */
    int depth();

    /** The flow that it is for. */
    UUID flow();

    /** Whose rights steps have that ask for those of the trigger. */
    Authority authority();

    /** The caller, or null where no person or machine stands behind it, as for a schedule. */
    default @Nullable Accountability accountability() {
        return authority().accountability();
    }
}
