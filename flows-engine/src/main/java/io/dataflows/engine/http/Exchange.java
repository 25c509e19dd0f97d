package io.dataflows.engine.http;

import io.dataflows.engine.secret.SecretHeaders;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** One call on its way: from redirect to redirect, and from address to address where one can't be reached. */
final class Exchange {

    private final SecretHeaders secrets;
    private final Routes routes;
    private final Wire wire;
    private final Executor lookUps;
    private final AnswerRoom.Share room;
    private boolean over;
    private @Nullable CompletableFuture<RawAnswer> current;

    /** @param secrets what a redirect to another host loses */
    Exchange(SecretHeaders secrets, Routes routes, Wire wire, Executor lookUps, AnswerRoom.Share room) {
        this.secrets = secrets;
        this.routes = routes;
        this.wire = wire;
        this.lookUps = lookUps;
        this.room = room;
    }

    /**
     * @param redirects how many may be followed
     * @throws java.util.concurrent.RejectedExecutionException when too many look-ups wait
     */
    CompletableFuture<RawAnswer> run(Hop hop, int redirects) {
        return CompletableFuture.supplyAsync(() -> routes(hop), lookUps)
                .thenCompose(found -> firstThatConnects(hop, found, 0))
                .thenCompose(answer -> follow(hop, answer, redirects));
    }

    /** Nobody waits any more: what is under way ends, and nothing else begins. */
    synchronized void stop() {
        over = true;
        if (current != null) {
            current.cancel(false);
        }
        room.close();
    }

    /** A name that is slow to look up holds a thread: nobody takes one for a caller that has left. */
    private List<Route> routes(Hop hop) {
        checkAwaited();
        return routes.to(hop.target());
    }

    private synchronized void checkAwaited() {
        if (over) {
            throw RequestProblem.network("ECONNABORTED", "Request aborted", null);
        }
    }

    private CompletableFuture<RawAnswer> firstThatConnects(Hop hop, List<Route> found, int index) {
        Route route = found.get(index);
        return send(hop, route).exceptionallyCompose(trouble -> {
            boolean more = index + 1 < found.size() && NetworkTrouble.isAboutConnecting(trouble);
            return more
                    ? firstThatConnects(hop, found, index + 1)
                    : CompletableFuture.failedFuture(NetworkTrouble.of(trouble, route));
        });
    }

    private synchronized CompletableFuture<RawAnswer> send(Hop hop, Route route) {
        checkAwaited();
        CompletableFuture<RawAnswer> sent = wire.send(hop, route, room);
        current = sent;
        return sent;
    }

    private CompletableFuture<RawAnswer> follow(Hop hop, RawAnswer answer, int redirects) {
        String location = answer.location();
        if (location == null) {
            return CompletableFuture.completedFuture(answer);
        }
        if (redirects < 1) {
            throw RequestProblem.network("ERR_FR_TOO_MANY_REDIRECTS", "Maximum number of redirects exceeded", null);
        }
        room.giveBack();
        return run(hop.redirected(answer.status(), location, secrets), redirects - 1);
    }
}
