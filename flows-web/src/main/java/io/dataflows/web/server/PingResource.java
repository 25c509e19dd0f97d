package io.dataflows.web.server;

import io.dataflows.web.security.Open;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Answers {@code pong} as soon as requests are served; it looks at nothing behind it. */
@Path("/server/ping")
public class PingResource {

    /** The word {@code pong} as plain text. */
    @GET
    @Open
    @Produces(MediaType.TEXT_PLAIN)
    public String ping() {
        return "pong";
    }
}
