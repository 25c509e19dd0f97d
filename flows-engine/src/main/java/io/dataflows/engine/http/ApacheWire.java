package io.dataflows.engine.http;

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
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/** Speaks HTTP/1.1 through Apache's client, which connects to the address that a route holds and looks nothing up. */
final class ApacheWire implements Wire {

    private final CloseableHttpAsyncClient client;
    private final int maxSize;

    ApacheWire(HttpLimits limits, List<Proxy> proxies) {
        this.client = ApacheClients.create(limits, proxies);
        this.maxSize = limits.maxSize();
        client.start();
    }

    @Override
    public CompletableFuture<RawAnswer> send(Hop hop, Route route) {
        HttpHost target = target(route);
        HttpClientContext context = HttpClientContext.create();
        context.setAttribute(ApacheClients.ROUTE, httpRoute(target, route));
        CompletableFuture<RawAnswer> answer = new CompletableFuture<>();
        Future<RawAnswer> sent = client.execute(
                target, producer(hop, target), new AnswerCollector(maxSize), null, context, into(answer));
        answer.whenComplete((done, failed) -> sent.cancel(true));
        return answer;
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
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

    private static AsyncRequestProducer producer(Hop hop, HttpHost target) {
        BasicHttpRequest request =
                new BasicHttpRequest(hop.method(), target, hop.target().path());
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
