package io.dataflows.web.error;

import io.dataflows.model.error.FlowsException;
import io.dataflows.web.http.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What the product itself refused. */
@Provider
@Dependent
public final class RefusalMapper implements ExceptionMapper<FlowsException> {
    @Context
    @SuppressWarnings("NullAway.Init") // filled by the container
    SecurityContext security;

    @Override
    public Response toResponse(FlowsException refusal) {
        return ErrorBody.of(refusal, isForAdministrator());
    }

    /** A request may be refused before anybody knows who sent it. */
    private boolean isForAdministrator() {
        return security.getUserPrincipal() instanceof Caller caller
                && caller.accountability().admin();
    }
}
