package io.dataflows.web.webhook;

import io.dataflows.model.reply.Reply;
import io.dataflows.web.http.LateAnswer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.AsyncResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A run that goes on after its request was read, and how its reply is to be written. */
record WaitingRun(CompletableFuture<Reply> reply, ReplyWriter writer) {
    private static final String ATTRIBUTE = WaitingRun.class.getName();

    /** Keeps it for the resource method. */
    void hold(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** @throws IllegalStateException when no run was started */
    static WaitingRun of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof WaitingRun run) {
            return run;
        }
        throw new IllegalStateException("No run was started for this request.");
    }

    /** Answers when the run is over. A run has bounds of its own, so the request sets none. */
    void answer(AsyncResponse later) {
        later.setTimeout(0, TimeUnit.MILLISECONDS);
        LateAnswer.give(reply, writer::write, later);
    }
}
