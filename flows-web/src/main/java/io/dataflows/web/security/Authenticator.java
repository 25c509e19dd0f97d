package io.dataflows.web.security;

import io.dataflows.engine.Access;
import io.dataflows.model.access.Origin;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.trigger.Accountability;
import io.dataflows.web.http.Caller;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Finds out who is calling. A wrong token is refused everywhere, even where none is needed. */
@Provider
@Dependent
@Priority(Priorities.AUTHENTICATION)
public class Authenticator implements ContainerRequestFilter {
    // RESTEasy finds no constructor of a provider but one without parameters: hence fields.
    @Inject
    Access access;

    @Context
    @SuppressWarnings("NullAway.Init") // filled by the container
    HttpServletRequest servletRequest;

    @Context
    @SuppressWarnings("NullAway.Init") // filled by the container
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Credentials credentials = Credentials.of(
                request.getHeaderString("Authorization"), servletRequest.getQueryString(), request.getCookies());
        Accountability who = authenticate(credentials, origin(request));
        request.setSecurityContext(new CallerContext(new Caller(who), servletRequest.isSecure()));
    }

    private Accountability authenticate(Credentials credentials, Origin origin) {
        try {
            return access.authenticate(credentials.token(), origin);
        } catch (FlowsException refused) {
            // A browser sends its old cookie along even when it signs in anew.
            if (credentials.fromCookie() && Gatekeeper.isOpen(resource)) {
                return access.authenticate(null, origin);
            }
            throw refused;
        }
    }

    private Origin origin(ContainerRequestContext request) {
        return new Origin(
                servletRequest.getRemoteAddr(),
                request.getHeaderString("User-Agent"),
                request.getHeaderString("Origin"));
    }
}
