package io.dataflows.engine.http;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.async.AsyncExecChainHandler;
import org.apache.hc.client5.http.async.AsyncExecRuntime;
import org.apache.hc.client5.http.routing.HttpRoutePlanner;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.protocol.HttpContext;

/** The route that one request takes, planned and checked before; and a hand on the connection that it got. */
final class PlannedRoute {

    /** Where a request's context holds it. */
    static final String ATTRIBUTE = "io.dataflows.route";

    private final HttpRoute route;
    private final AtomicReference<AsyncExecRuntime> runtime = new AtomicReference<>();

    PlannedRoute(HttpRoute route) {
        this.route = route;
    }

    /** Closes the connection, if there is one. */
    void hangUp() {
        AsyncExecRuntime open = runtime.get();
        if (open != null) {
            open.discardEndpoint();
        }
    }

    private static PlannedRoute of(HttpContext context) throws HttpException {
        if (context.getAttribute(ATTRIBUTE) instanceof PlannedRoute planned) {
            return planned;
        }
        throw new HttpException("Request has no route.");
    }

    /** Plans nothing: takes what is planned. */
    static final class Planner implements HttpRoutePlanner {
        @Override
        public HttpRoute determineRoute(HttpHost host, HttpContext context) throws HttpException {
            return of(context).route;
        }
    }

    /** Remembers what holds the connection. */
    static final class Keeper implements AsyncExecChainHandler {
        @Override
        public void execute(
                HttpRequest request,
                AsyncEntityProducer body,
                AsyncExecChain.Scope scope,
                AsyncExecChain chain,
                AsyncExecCallback callback)
                throws HttpException, java.io.IOException {
            of(scope.clientContext).runtime.set(scope.execRuntime);
            chain.proceed(request, body, scope, callback);
        }
    }
}
