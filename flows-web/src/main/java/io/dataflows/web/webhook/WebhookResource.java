package io.dataflows.web.webhook;

import io.dataflows.model.error.Refusals;
import io.dataflows.web.http.Answers;
import io.dataflows.web.security.Open;
import jakarta.enterprise.context.Dependent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/**
 * The address of a flow. {@link RunStart} starts the run and answers it if it is over by then; the methods here only
 * see runs that wait, and hold their requests without a thread.
 */
@Path("/flows/trigger/{id}")
@Dependent
public class WebhookResource {
    private static final String METHODS = "GET,HEAD,POST";

    @GET
    @Open
    @StartsRun
    public void get(@Suspended AsyncResponse later, @Context HttpServletRequest request) {
        WaitingRun.of(request).answer(later);
    }

    @POST
    @Open
    @StartsRun
    public void post(@Suspended AsyncResponse later, @Context HttpServletRequest request) {
        WaitingRun.of(request).answer(later);
    }

    /** Starts nothing: a run is more than its headers. */
    @HEAD
    @Open
    public Response head() {
        throw Refusals.forbidden();
    }

    @OPTIONS
    @Open
    public Response options() {
        return Response.fromResponse(Answers.text("text/html; charset=utf-8", METHODS))
                .header("Allow", METHODS)
                .build();
    }
}
