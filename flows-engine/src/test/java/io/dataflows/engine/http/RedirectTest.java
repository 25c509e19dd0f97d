package io.dataflows.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.model.capability.HttpCall;
import io.dataflows.model.capability.HttpHeader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Redirects between servers on 127.0.0.1, of which each test allows some. */
class RedirectTest {

    /** Where the test's server may be reached, and nothing else. */
    private static Map<String, String> allowing(RawServer server) {
        return Map.of("FLOWS_REQUEST_ALLOW_LIST", "public.example:" + server.port());
    }

    private static final Map<String, List<String>> NAMES = Map.of(
            "public.example", List.of("127.0.0.1"),
            "private.example", List.of("10.0.0.1"),
            "other.example", List.of("127.0.0.1"));

    @ParameterizedTest(name = "CVE-2024-39699: a redirect to {0} is refused")
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://127.0.0.1:22/",
                "http://169.254.169.254/latest/meta-data/",
                "http://[::ffff:169.254.169.254]/",
                "//127.0.0.1/",
                "\\\\127.0.0.1\\",
                "http:\\\\2130706433",
                "http://public@0x7f.1/",
                "http://private.example/"
            })
    void refusesARedirectToAClosedAddress(String location) {
        try (RawServer server = RawServer.answering(redirect(302, location));
                TestCaller caller = TestCaller.with(allowing(server), NAMES)) {
            assertThat(caller.code("http://public.example:" + server.port() + "/"))
                    .isEqualTo("ERR_DENIED_ADDRESS");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest(name = "CVE-2024-39699: a redirect to {0} is refused")
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://127.0.0.1/x",
                "gopher://127.0.0.1:25/_x",
                "jar:file:///x.jar!/y",
                "data:text/plain,x",
                "javascript:alert(1)"
            })
    void refusesARedirectToAnotherScheme(String location) {
        try (RawServer server = RawServer.answering(redirect(302, location));
                TestCaller caller = TestCaller.with(allowing(server), NAMES)) {
            assertThat(caller.failure("http://public.example:" + server.port() + "/")
                            .path("message")
                            .asText())
                    .isEqualTo("Unsupported protocol " + location.split(":", 2)[0] + ":");
        }
    }

    @ParameterizedTest(name = "{0} is no URL of HTTP")
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://127.0.0.1/x",
                "gopher://127.0.0.1:25/_x",
                "jar:file:///x.jar!/y",
                "data:text/plain,x",
                "localhost:80/x",
                "blob:http://127.0.0.1/"
            })
    void refusesOtherSchemes(String url) {
        try (TestCaller caller = TestCaller.offline(Map.of("FLOWS_REQUEST_ALLOW_LIST", "*"), Map.of())) {
            assertThat(caller.code(url)).isEqualTo("ERR_BAD_REQUEST");
        }
    }

    @Test
    void endsALoopOfRedirects() {
        try (RawServer server = RawServer.answering(redirect(302, "/again"));
                TestCaller caller = TestCaller.with(
                        Map.of("FLOWS_REQUEST_ALLOW_LIST", "127.0.0.1", "FLOWS_REQUEST_MAX_REDIRECTS", "3"))) {
            assertThat(caller.code(server.url())).isEqualTo("ERR_FR_TOO_MANY_REDIRECTS");
            assertThat(server.requests()).hasSize(4);
        }
    }

    @ParameterizedTest(name = "{0} after {1} is followed with {2}")
    @CsvSource({
        "301, POST, GET",
        "302, POST, GET",
        "303, POST, GET",
        "303, PUT, GET",
        "303, HEAD, HEAD",
        "302, PUT, PUT",
        "307, POST, POST",
        "308, POST, POST",
        "302, GET, GET"
    })
    void followsWithTheMethodThatFits(int status, String method, String followed) {
        try (RawServer server = RawServer.answering(redirect(status, "to?x=1"), RawServer.OK);
                TestCaller caller = TestCaller.with(Map.of("FLOWS_REQUEST_ALLOW_LIST", "127.0.0.1"))) {
            caller.call(new HttpCall(method, server.url() + "/a/b", List.of(), TextNode.valueOf("text")));
            var second = server.requests().get(1);
            assertThat(second.method()).isEqualTo(followed);
            assertThat(second.url()).isEqualTo("/a/to?x=1");
            boolean bodyLost = followed.equals("GET") && !method.equals("GET");
            assertThat(second.body()).isEqualTo(bodyLost ? "" : "text");
            assertThat(second.headers().containsKey("content-length")).isEqualTo(!bodyLost);
        }
    }

    @Test
    void keepsSecretsFromOtherHosts() {
        try (RawServer other = RawServer.answering(RawServer.OK);
                RawServer server = RawServer.answering(
                        redirect(302, "/same"), redirect(302, "http://other.example:" + other.port() + "/"));
                TestCaller caller = TestCaller.with(
                        Map.of("FLOWS_REQUEST_ALLOW_LIST", "*", "FLOWS_SECRET_HEADERS", "X-Custom"), NAMES)) {
            List<HttpHeader> headers = List.of(
                    new HttpHeader("Authorization", "Bearer t0ken"),
                    new HttpHeader("Cookie", "a=b"),
                    new HttpHeader("X-Api-Key", "k3y"),
                    new HttpHeader("x-custom", "c"),
                    new HttpHeader("Host", "virtual.example"),
                    new HttpHeader("X-Plain", "p"));
            caller.call(new HttpCall("GET", "http://public.example:" + server.port() + "/", headers, null));
            assertThat(server.requests().get(0).header("host")).isEqualTo("virtual.example");
            assertThat(server.requests().get(1).headers())
                    .containsEntry("authorization", "Bearer t0ken")
                    .containsEntry("x-api-key", "k3y");
            assertThat(other.requests().get(0).headers())
                    .containsEntry("x-plain", "p")
                    .containsEntry("host", "other.example:" + other.port())
                    .doesNotContainKeys("authorization", "cookie", "x-api-key", "x-custom");
        }
    }

    @Test
    void givesARedirectWithoutALocationAsItIs() {
        try (RawServer server = RawServer.answering("HTTP/1.1 304 Not Modified\r\n\r\n");
                TestCaller caller = TestCaller.with(Map.of("FLOWS_REQUEST_ALLOW_LIST", "127.0.0.1"))) {
            assertThat(caller.get(server.url()).status()).isEqualTo(304);
        }
    }

    private static String redirect(int status, String location) {
        return "HTTP/1.1 " + status + " Moved\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n";
    }
}
