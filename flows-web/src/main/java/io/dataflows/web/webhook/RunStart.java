package io.dataflows.web.webhook;

import io.dataflows.engine.AnswerCache;
import io.dataflows.engine.FlowEngine;
import io.dataflows.model.reply.Reply;
import io.dataflows.model.trigger.WebhookCall;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.concurrent.CompletableFuture;

/**
 * Starts a run on the request's own thread. A run that is over on return, as most are, is answered at once: suspending
 * the request is only paid for by runs that wait, which {@link WebhookResource} takes from here.
 */
@Provider
@StartsRun
@Dependent
public class RunStart implements ContainerRequestFilter {
    // RESTEasy finds no constructor of a provider but one without parameters: hence fields.
    @Inject
    FlowEngine engine;

    @Inject
    WebhookCalls calls;

    @Inject
    AnswerCache answers;

    @Context
    @SuppressWarnings("NullAway.Init") // filled by the container
    HttpServletRequest servletRequest;

    @Override
    public void filter(ContainerRequestContext request) {
        WebhookCall call = calls.of(request, servletRequest);
        ReplyWriter writer = ReplyWriter.of(call, answers.placeOf(call).orElse(null));
        Response kept = writer.kept();
        if (kept != null) {
            request.abortWith(kept);
            return;
        }
        CompletableFuture<Reply> reply = engine.handle(call).toCompletableFuture();
        if (reply.isDone()) {
            request.abortWith(writer.write(reply.join()));
        } else {
            new WaitingRun(reply, writer).hold(servletRequest);
        }
    }
}
