package io.dataflows.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dataflows.engine.setting.Settings;
import io.dataflows.model.capability.HttpCall;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ConnectionTest {

    private static final Map<String, String> LOOPBACK = Map.of("FLOWS_REQUEST_ALLOW_LIST", "127.0.0.0/8");

    @Test
    void cve202326492ConnectsToTheAddressThatWasChecked() {
        // The name changes its mind after the first look-up: nobody looks it up a second time.
        Map<String, List<String>> names = Map.of("rebind.example", List.of("127.0.0.2", "127.0.0.1"));
        try (RawServer checked = RawServer.running(
                        "127.0.0.2",
                        0,
                        (number, out) -> out.write("HTTP/1.1 200 OK\r\n\r\nchecked"
                                .getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
                RawServer internal = RawServer.running(
                        "127.0.0.1",
                        checked.port(),
                        (number, out) -> out.write(RawServer.OK.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
                TestCaller caller = TestCaller.with(Map.of("FLOWS_REQUEST_ALLOW_LIST", "127.0.0.2"), names)) {
            String url = "http://rebind.example:" + checked.port() + "/";
            assertThat(caller.get(url).data().asText()).isEqualTo("checked");
            assertThat(caller.lookUps()).containsExactly("rebind.example");
            assertThat(internal.requests()).isEmpty();
            assertThat(checked.requests().get(0).header("host")).isEqualTo("rebind.example:" + checked.port());
            assertThat(caller.code(url)).isEqualTo("ERR_DENIED_ADDRESS");
        }
    }

    @Test
    void cve202326492ChecksAgainAtEachRedirect() {
        Map<String, List<String>> names = Map.of("rebind.example", List.of("127.0.0.2", "127.0.0.1"));
        String redirect = "HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n";
        try (RawServer server = RawServer.running(
                        "127.0.0.2",
                        0,
                        (number, out) -> out.write(redirect.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
                TestCaller caller = TestCaller.with(Map.of("FLOWS_REQUEST_ALLOW_LIST", "127.0.0.2"), names)) {
            assertThat(caller.code("http://rebind.example:" + server.port() + "/"))
                    .isEqualTo("ERR_DENIED_ADDRESS");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void triesTheNextAddressWhenOneCanNotBeReached() {
        Map<String, List<String>> names = Map.of("two.example", List.of("127.0.0.3 127.0.0.1"));
        try (RawServer server = RawServer.answering(RawServer.OK);
                TestCaller caller = TestCaller.with(LOOPBACK, names)) {
            assertThat(caller.get("http://two.example:" + server.port() + "/")
                            .data()
                            .asText())
                    .isEqualTo("ok");
        }
    }

    @Test
    void tellsThatNobodyListens() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        try (TestCaller caller = TestCaller.with(LOOPBACK)) {
            var failure = caller.failure("http://127.0.0.1:" + port + "/");
            assertThat(failure.path("code").asText()).isEqualTo("ECONNREFUSED");
            assertThat(failure.path("message").asText()).isEqualTo("connect ECONNREFUSED 127.0.0.1:" + port);
        }
    }

    @Test
    void tellsThatANameIsUnknown() {
        try (TestCaller caller = TestCaller.with(LOOPBACK)) {
            var failure = caller.failure("http://nope.example/");
            assertThat(failure.path("code").asText()).isEqualTo("ENOTFOUND");
            assertThat(failure.path("message").asText()).isEqualTo("getaddrinfo ENOTFOUND nope.example");
        }
    }

    @Test
    void neverHoldsTheCallingThreadAndEndsWhenANameTakesForEver() {
        CountDownLatch never = new CountDownLatch(1);
        HostResolver stuck = name -> {
            try {
                never.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        };
        Settings settings = Settings.of(Map.of("FLOWS_REQUEST_TIMEOUT", "300ms"));
        try (var caller = GuardedHttpCaller.of(settings, stuck, limits -> new ApacheWire(limits, List.of(), null))) {
            var answer = caller.call(new HttpCall("GET", "http://slow.example/", List.of(), null))
                    .toCompletableFuture();
            assertThat(answer).isNotDone().failsWithin(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void opensNothingBeforeTheFirstRequestAndNothingAfterTheEnd() {
        var caller = GuardedHttpCaller.of(Settings.of(Map.of()), name -> List.of(), limits -> {
            throw new AssertionError("opened");
        });
        caller.close();
        assertThat(caller.call(new HttpCall("GET", "http://x.example/", List.of(), null))
                        .toCompletableFuture())
                .isCompletedExceptionally();
    }

    @Test
    void speaksToAnIpv6Host() {
        Map<String, String> settings = Map.of("FLOWS_REQUEST_ALLOW_LIST", "::1");
        try (RawServer server = RawServer.running(
                        "::1",
                        0,
                        (number, out) -> out.write(RawServer.OK.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
                TestCaller caller = TestCaller.with(settings)) {
            assertThat(caller.get("http://[0::1]:" + server.port() + "/x").status())
                    .isEqualTo(200);
            assertThat(server.requests().get(0).header("host")).isEqualTo("[::1]:" + server.port());
        }
    }

    @Test
    void sendsThroughAProxyAfterTheTargetWasChecked() {
        Map<String, List<String>> names = Map.of(
                "public.example",
                List.of("8.8.8.8"),
                "private.example",
                List.of("10.0.0.1"),
                "proxy.example",
                List.of("127.0.0.1"));
        try (RawServer proxy = RawServer.answering(RawServer.OK);
                TestCaller caller =
                        TestCaller.with(Map.of("HTTP_PROXY", "http://proxy.example:" + proxy.port()), names)) {
            assertThat(caller.get("http://public.example/a?b=c").data().asText())
                    .isEqualTo("ok");
            assertThat(proxy.requests().get(0).url()).isEqualTo("http://public.example/a?b=c");
            assertThat(caller.code("http://private.example/")).isEqualTo("ERR_DENIED_ADDRESS");
            assertThat(caller.code("http://127.0.0.1/")).isEqualTo("ERR_DENIED_ADDRESS");
            assertThat(caller.code("http://only-the-proxy-knows.example/")).isEqualTo("ENOTFOUND");
            assertThat(proxy.requests()).hasSize(1);
        }
    }

    @Test
    void leavesAListedNameToTheProxy() {
        try (RawServer proxy = RawServer.answering(RawServer.OK);
                TestCaller caller = TestCaller.with(
                        Map.of("http_proxy", "127.0.0.1:" + proxy.port(), "FLOWS_REQUEST_ALLOW_LIST", "*.corp.example"),
                        Map.of("127.0.0.1", List.of("127.0.0.1")))) {
            assertThat(caller.get("http://a.corp.example:8080/").status()).isEqualTo(200);
            assertThat(proxy.requests().get(0).url()).isEqualTo("http://a.corp.example:8080/");
        }
    }

    @Test
    void opensATunnelForHttpsAndAnswersTheProxysChallenge() {
        String challenge = "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"p\"\r\n"
                + "Content-Length: 0\r\nConnection: close\r\n\r\n";
        try (RawServer proxy = RawServer.answering(challenge, "HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno");
                TestCaller caller = TestCaller.with(
                        Map.of("HTTPS_PROXY", "http://me:p%40ss@127.0.0.1:" + proxy.port()),
                        Map.of("public.example", List.of("8.8.8.8"), "127.0.0.1", List.of("127.0.0.1")))) {
            caller.call(new HttpCall("GET", "https://public.example/secret", List.of(), null));
            assertThat(proxy.requests().get(0).method()).isEqualTo("CONNECT");
            assertThat(proxy.requests().get(0).url()).isEqualTo("public.example:443");
            assertThat(proxy.requests().get(1).header("proxy-authorization")).isEqualTo(Hop.basic("me:p@ss"));
        }
    }

    @Test
    void goesRoundTheProxyWhereToldTo() {
        Map<String, String> settings =
                Map.of("http.proxyHost", "127.0.0.1", "http.proxyPort", "9", "NO_PROXY", ".example, 10.0.0.1:8080");
        Proxies proxies = new Proxies(Settings.of(settings));
        assertThat(proxies.of(UrlParser.parse("http://a.example/"))).isNull();
        assertThat(proxies.of(UrlParser.parse("http://10.0.0.1:8080/"))).isNull();
        assertThat(proxies.of(UrlParser.parse("http://localhost/"))).isNull();
        assertThat(proxies.of(UrlParser.parse("http://127.1/"))).isNull();
        assertThat(proxies.of(UrlParser.parse("https://a.test/"))).isNull();
        assertThat(proxies.of(UrlParser.parse("http://10.0.0.1/"))).isEqualTo(new Proxy("127.0.0.1", 9, null));
        assertThat(proxies.of(UrlParser.parse("http://example/"))).isNotNull();
    }

    @Test
    void stopsTheStartOnAProxyThatCanNotBeRead() {
        Settings settings = Settings.of(Map.of("HTTPS_PROXY", "https://user:secret@proxy.example:1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GuardedHttpCaller.of(settings))
                .withMessageContaining("HTTPS_PROXY")
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("secret"));
    }
}
