package io.dataflows.web.http;

import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Says on each answer of the API, unless it says otherwise itself, that nobody may keep it or take it for something else. */
@Provider
@Dependent
public final class CommonHeaders implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var headers = response.getHeaders();
        headers.putIfAbsent("Cache-Control", List.of("no-cache"));
        headers.putSingle("Vary", "Origin, Cache-Control");
        headers.putSingle("X-Content-Type-Options", "nosniff");
    }
}
