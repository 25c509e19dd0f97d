package io.dataflows.engine.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.function.Callback;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Builds Apache's client so that it does one exchange and nothing by itself: no look-up, redirect, retry or cookie. */
final class ApacheClients {

    private static final int CONNECTIONS = 200;
    private static final int CONNECTIONS_PER_HOST = 50;
    private static final int LONGEST_LINE = 16 << 10;
    private static final int MOST_HEADERS = 200;
    private static final int THREADS = 2;

    private ApacheClients() {}

    static CloseableHttpAsyncClient create(
            HttpLimits limits, List<Proxy> proxies, @Nullable TlsStrategy tls, Callback<Exception> troubles) {
        return HttpAsyncClients.custom()
                .setConnectionManager(connections(limits, tls))
                .setRoutePlanner(new PlannedRoute.Planner())
                .addExecInterceptorFirst("keeper", new PlannedRoute.Keeper())
                .setDefaultCredentialsProvider(credentials(proxies))
                .setDefaultRequestConfig(requests(limits))
                .setIOReactorConfig(reactor(limits))
                .setHttp1Config(Http1Config.custom()
                        .setMaxLineLength(LONGEST_LINE)
                        .setMaxHeaderCount(MOST_HEADERS)
                        .build())
                .setIoReactorExceptionCallback(troubles)
                .setThreadFactory(new DaemonThreads("flows-request-io"))
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableConnectionState()
                .build();
    }

    private static PoolingAsyncClientConnectionManager connections(HttpLimits limits, @Nullable TlsStrategy tls) {
        Timeout connect = Timeout.of(limits.connectTimeout());
        return PoolingAsyncClientConnectionManagerBuilder.create()
                .useSystemProperties()
                .setTlsStrategy(tls)
                .setDnsResolver(new NoLookUps())
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS_PER_HOST)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(Timeout.of(limits.timeout()))
                        .build())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                        .setHandshakeTimeout(connect)
                        .build())
                .build();
    }

    private static RequestConfig requests(HttpLimits limits) {
        Timeout whole = Timeout.of(limits.timeout());
        return RequestConfig.custom()
                .setConnectionRequestTimeout(whole)
                .setResponseTimeout(whole)
                .setContentCompressionEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .setHardCancellationEnabled(true)
                .build();
    }

    private static IOReactorConfig reactor(HttpLimits limits) {
        return IOReactorConfig.custom()
                .setIoThreadCount(THREADS)
                .setSoTimeout(Timeout.of(limits.timeout()))
                .build();
    }

    private static BasicCredentialsProvider credentials(List<Proxy> proxies) {
        BasicCredentialsProvider provider = new BasicCredentialsProvider();
        for (Proxy proxy : proxies) {
            if (proxy.userInfo() != null) {
                String[] parts = proxy.userInfo().split(":", 2);
                char[] password =
                        parts.length < 2 ? new char[0] : Hop.decoded(parts[1]).toCharArray();
                provider.setCredentials(
                        new AuthScope(proxy.host(), proxy.port()),
                        new UsernamePasswordCredentials(Hop.decoded(parts[0]), password));
            }
        }
        return provider;
    }

    /** A name that were looked up here would go round the checks. */
    private static final class NoLookUps implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            throw new UnknownHostException(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            throw new UnknownHostException(host);
        }
    }
}
