package io.dataflows.engine.http;

import java.util.concurrent.CompletableFuture;

/** Sends one request along a route and takes the answer in, without holding a thread. */
interface Wire extends AutoCloseable {

    /**
     * Cancelling the future ends the connection.
     *
     * @param room where the answer's body is to find its memory
     */
    CompletableFuture<RawAnswer> send(Hop hop, Route route, AnswerRoom.Share room);

    @Override
    void close();
}
