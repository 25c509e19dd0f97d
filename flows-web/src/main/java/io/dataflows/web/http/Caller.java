package io.dataflows.web.http;

import io.dataflows.model.trigger.Accountability;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** Whoever sent a request, the anonymous included. */
public record Caller(Accountability accountability) implements Principal {
    /** @throws IllegalStateException when nothing has told who it is: that is nobody's privilege */
    public static Accountability in(SecurityContext security) {
        if (security.getUserPrincipal() instanceof Caller caller) {
            return caller.accountability();
        }
        throw new IllegalStateException("The caller is not known.");
    }

    @Override
    public String getName() {
        return String.valueOf(accountability.user());
    }
}
