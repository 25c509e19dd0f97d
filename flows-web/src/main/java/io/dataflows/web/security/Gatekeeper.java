package io.dataflows.web.security;

import io.dataflows.model.error.Refusals;
import io.dataflows.model.trigger.Accountability;
import io.dataflows.web.http.Caller;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;

/**
 * Lets nobody but administrators pass, unless the resource method itself says otherwise. It looks at the method that
 * was matched, never at the path, which can be written in many ways.
 */
@Provider
@Dependent
@Priority(Priorities.AUTHORIZATION)
public class Gatekeeper implements ContainerRequestFilter {
    @Context
    @SuppressWarnings("NullAway.Init") // filled by the container
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        check(resource.getResourceClass(), resource.getResourceMethod(), Caller.in(request.getSecurityContext()));
    }

    static boolean isOpen(ResourceInfo resource) {
        return resource.getResourceMethod().isAnnotationPresent(Open.class);
    }

    /** @throws io.dataflows.model.error.FlowsException FORBIDDEN, or INVALID_CREDENTIALS where signing in helps */
    static void check(Class<?> resource, Method method, Accountability who) {
        if (who.admin() || method.isAnnotationPresent(Open.class) || method.isAnnotationPresent(RightsChecked.class)) {
            return;
        }
        if (method.isAnnotationPresent(SignedIn.class)) {
            if (who.user() == null) {
                throw Refusals.invalidCredentials();
            }
            return;
        }
        OfCollection collection = resource.getAnnotation(OfCollection.class);
        throw collection == null ? Refusals.forbidden() : Refusals.forbiddenCollection(collection.value());
    }
}
