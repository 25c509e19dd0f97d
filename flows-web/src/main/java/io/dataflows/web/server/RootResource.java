package io.dataflows.web.server;

import io.dataflows.web.security.Open;
import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Leads people who come to the front page to the console. */
@Path("/")
@Dependent
public class RootResource {
    @GET
    @Open
    public Response root() {
        return Response.status(Response.Status.FOUND)
                .header("Location", "./admin")
                .header("Content-Type", "text/plain; charset=utf-8")
                .entity("Found. Redirecting to ./admin")
                .build();
    }
}
