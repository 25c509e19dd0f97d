package io.dataflows.web.webhook;

import io.dataflows.model.error.Refusals;
import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The address of a flow without the flow: refused like a flow that nobody may start, not like an unknown route. */
@Path("/flows/trigger")
@Dependent
public class NoFlowResource {
    @GET
    public Response get() {
        throw Refusals.forbidden();
    }

    @POST
    public Response post() {
        throw Refusals.forbidden();
    }
}
