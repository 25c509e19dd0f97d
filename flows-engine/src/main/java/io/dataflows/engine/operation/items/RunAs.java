package io.dataflows.engine.operation.items;

import io.dataflows.model.capability.Roles;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultKind;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.flow.StrictUuid;
import io.dataflows.model.operation.StepContext;
import io.dataflows.model.trigger.Authority;
import org.jspecify.annotations.Nullable;

/** Reads the option {@code permissions}: whose rights a step uses. */
final class RunAs {

    static final String TRIGGER = "$trigger";
    static final String PUBLIC = "$public";
    static final String FULL = "$full";
    static final String DEFAULT = "\"" + TRIGGER + "\"";
    static final String TRIGGER_TITLE = "From Trigger";
    static final String PUBLIC_TITLE = "Public Role";
    static final String FULL_TITLE = "Full Access";
    static final String DESCRIPTION = "Whose rights are used: the caller's, everybody's, all, or a role's id.";

    private RunAs() {}

    /** @throws FlowsException with a plain error for a role that doesn't exist */
    static Authority of(@Nullable String permissions, StepContext context) {
        if (permissions == null || permissions.isEmpty() || permissions.equals(TRIGGER)) {
            return context.authority();
        }
        return switch (permissions) {
            case PUBLIC -> Authority.everyone();
            case FULL -> new Authority.Platform();
            default -> role(permissions, context);
        };
    }

    private static Authority role(String text, StepContext context) {
        return StrictUuid.parse(text)
                .flatMap(id -> context.capability(Roles.class).find(id))
                .map(Authority.Caller::new)
                .orElseThrow(() -> new FlowsException(Fault.ofPlainError(
                        "Error",
                        FaultKind.USER,
                        "Configured role \"" + text + "\" isn't a valid role ID or doesn't exist.")));
    }
}
