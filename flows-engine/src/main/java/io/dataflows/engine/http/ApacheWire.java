package io.dataflows.engine.http;

import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.net.URIAuthority;
import org.jspecify.annotations.Nullable;

/** Speaks HTTP/1.1 through Apache's client, which connects to the address that a route holds and looks nothing up. */
final class ApacheWire implements Wire {

    private static final System.Logger LOG = System.getLogger(ApacheWire.class.getName());

    private final CloseableHttpAsyncClient client;
    private final int maxSize;
    private volatile boolean closing;

    /** @param tls null for the trust that this process was started with */
    ApacheWire(HttpLimits limits, List<Proxy> proxies, @Nullable TlsStrategy tls) {
        this.client = ApacheClients.create(limits, proxies, tls, this::log);
        this.maxSize = limits.maxSize();
        client.start();
    }

    @Override
    public CompletableFuture<RawAnswer> send(Hop hop, Route route, AnswerRoom.Share room) {
        HttpHost target = target(route);
        PlannedRoute planned = new PlannedRoute(httpRoute(target, route));
        HttpClientContext context = HttpClientContext.create();
        context.setAttribute(PlannedRoute.ATTRIBUTE, planned);
        CompletableFuture<RawAnswer> answer = new CompletableFuture<>();
        AnswerCollector collector = new AnswerCollector(maxSize, room);
        Future<RawAnswer> sent = client.execute(target, producer(hop), collector, null, context, into(answer));
        answer.whenComplete((done, failed) -> {
            if (failed != null) {
                // Cancelling alone may reach a stage that is over already, and leave the connection open.
                collector.abandon();
                sent.cancel(true);
                planned.hangUp();
            }
        });
        return answer;
    }

    @Override
    public void close() {
        closing = true;
        client.close(CloseMode.IMMEDIATE);
    }

    /** Threads that are told to end at once may stumble on the way out. */
    private void log(Exception trouble) {
        LOG.log(closing ? Level.DEBUG : Level.WARNING, "A thread for requests ended.", trouble);
    }

    private static HttpHost target(Route route) {
        TargetUrl url = route.target();
        InetAddress address = route.proxy() == null ? route.address() : null;
        return new HttpHost(url.scheme(), address, url.host().name(), url.port());
    }

    private static HttpRoute httpRoute(HttpHost target, Route route) {
        boolean secure = route.target().isSecure();
        Proxy proxy = route.proxy();
        if (proxy == null) {
            return new HttpRoute(target, null, secure);
        }
        HttpHost through = new HttpHost("http", route.address(), proxy.host(), proxy.port());
        return new HttpRoute(target, null, through, secure);
    }

    private static AsyncRequestProducer producer(Hop hop) {
        TargetUrl url = hop.target();
        int port = url.port() == TargetUrl.defaultPort(url.scheme()) ? -1 : url.port();
        URIAuthority authority = new URIAuthority(url.host().name(), port);
        BasicHttpRequest request = new BasicHttpRequest(hop.method(), url.scheme(), authority, url.path());
        hop.headers().list().forEach(header -> request.addHeader(header.name(), header.value()));
        if (hop.headers().get("host") == null) {
            request.addHeader("Host", hop.target().authority());
        }
        // One connection for each request: none is left over that was checked for somebody else.
        request.addHeader("Connection", "close");
        byte @Nullable [] body = hop.body();
        return new BasicRequestProducer(request, body == null ? null : new BasicAsyncEntityProducer(body, null));
    }

    private static FutureCallback<RawAnswer> into(CompletableFuture<RawAnswer> answer) {
        return new FutureCallback<>() {
            @Override
            public void completed(RawAnswer whole) {
                answer.complete(whole);
            }

            @Override
            public void failed(Exception cause) {
                answer.completeExceptionally(cause);
            }

            @Override
            public void cancelled() {
                answer.cancel(false);
            }
        };
    }
}
