package io.dataflows.engine.http;

import io.dataflows.engine.secret.SecretHeaders;
import io.dataflows.engine.setting.Settings;
import io.dataflows.model.capability.HttpAnswer;
import io.dataflows.model.capability.HttpCall;
import io.dataflows.model.capability.HttpCaller;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.error.Refusals;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes requests, and guards what they may reach. Opens nothing before the first one. */
public final class GuardedHttpCaller implements HttpCaller, AutoCloseable {

    private static final int LOOK_UPS = 16;
    private static final int READERS = 2;

    /** Requests that may wait for a thread; each is over when its time is up, whether it got one or not. */
    private static final int WAITING = 1_000;

    private final HttpLimits limits;
    private final SecretHeaders secrets;
    private final Routes routes;
    private final Function<HttpLimits, Wire> opener;
    private final AnswerReader reader;
    private final AnswerRoom room;
    private final ExecutorService lookUps = threads("flows-request-lookup", LOOK_UPS);
    private final ExecutorService readers = threads("flows-request-read", READERS);
    private @Nullable Wire wire;
    private boolean closed;

    private GuardedHttpCaller(
            HttpLimits limits, SecretHeaders secrets, Routes routes, Function<HttpLimits, Wire> opener) {
        this.limits = limits;
        this.secrets = secrets;
        this.routes = routes;
        this.opener = opener;
        this.reader = new AnswerReader(limits.maxSize());
        this.room = new AnswerRoom(limits.maxMemory());
    }

    /**
     * A caller with the administrator's lists, limits and proxies.
     *
     * @throws IllegalArgumentException when one of these settings can't be read
     */
    public static GuardedHttpCaller of(Settings settings) {
        List<Proxy> proxies = new Proxies(settings).list();
        return of(settings, HostResolver.ofMachine(), limits -> new ApacheWire(limits, proxies, null));
    }

    static GuardedHttpCaller of(Settings settings, HostResolver resolver, Function<HttpLimits, Wire> opener) {
        OutboundPolicy policy = new OutboundPolicy(settings, HostResolver::isOwn);
        Routes routes = new Routes(resolver, policy, new Proxies(settings));
        return new GuardedHttpCaller(
                HttpLimits.of(settings), SecretHeaders.of(settings.secretHeaders()), routes, opener);
    }

    @Override
    public CompletionStage<HttpAnswer> call(HttpCall call) {
        try {
            return start(Hop.first(call)).exceptionallyCompose(trouble -> failure(call, trouble));
        } catch (RequestProblem | RejectedExecutionException problem) {
            return failure(call, problem);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (wire != null) {
            wire.close();
        }
        lookUps.shutdownNow();
        readers.shutdownNow();
    }

    private CompletableFuture<HttpAnswer> start(Hop first) {
        Exchange exchange = new Exchange(secrets, routes, openWire(), lookUps, room.share());
        return exchange.run(first, limits.maxRedirects())
                .thenApplyAsync(reader::read, readers)
                .orTimeout(limits.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((done, trouble) -> exchange.stop());
    }

    private synchronized Wire openWire() {
        if (closed) {
            throw RequestProblem.network("ECONNABORTED", "Request aborted: the server is stopping.", null);
        }
        Wire open = wire == null ? opener.apply(limits) : wire;
        wire = open;
        return open;
    }

    private CompletableFuture<HttpAnswer> failure(HttpCall call, Throwable trouble) {
        Throwable cause = NetworkTrouble.of(trouble);
        if (cause instanceof RejectedExecutionException) {
            return CompletableFuture.failedFuture(Refusals.overloaded());
        }
        if (NetworkTrouble.unwrap(trouble) instanceof TimeoutException) {
            cause = RequestProblem.network(
                    "ETIMEDOUT", "timeout of " + limits.timeout().toMillis() + "ms exceeded", trouble);
        }
        return CompletableFuture.failedFuture(
                cause instanceof RequestProblem problem ? new FlowsException(problem.toFault(call.method())) : cause);
    }

    private static ExecutorService threads(String name, int count) {
        var threads = new ThreadPoolExecutor(
                count, count, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), new DaemonThreads(name));
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
