package io.dataflows.model.capability;

import java.util.concurrent.CompletionStage;

/**
 * Makes HTTP requests to the outside world, as far as the administrator allows it. Never blocks the calling thread, and
 * always ends: after a set time at the latest.
 */
public interface HttpCaller {

    /**
     * Sends the request and follows redirects.
     *
     * @return the answer, whatever its status; or a failure with a {@code FlowsException} whose fault says why there is
     *     none: an address that is refused, a name that can't be found, a connection that broke …
     */
    CompletionStage<HttpAnswer> call(HttpCall call);
}
