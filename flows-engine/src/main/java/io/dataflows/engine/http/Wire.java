package io.dataflows.engine.http;

import java.util.concurrent.CompletableFuture;

/** Sends one request along a route and takes the answer in, without holding a thread. */
interface Wire extends AutoCloseable {

    /** Cancelling the future ends the connection. */
    CompletableFuture<RawAnswer> send(Hop hop, Route route);

    @Override
    void close();
}
