package io.dataflows.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.setting.Settings;
import io.dataflows.model.capability.HttpAnswer;
import io.dataflows.model.capability.HttpCall;
import io.dataflows.model.capability.HttpHeader;
import io.dataflows.model.error.FlowsException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.jspecify.annotations.Nullable;

/** A caller with settings and names of the test's own; each name is resolved to what stands next in its list. */
final class TestCaller implements AutoCloseable {

    private final Map<String, List<String>> names;
    private final List<String> lookUps = new ArrayList<>();
    private final GuardedHttpCaller caller;

    private TestCaller(
            Map<String, String> settings, Map<String, List<String>> names, @Nullable TlsStrategy tls, boolean offline) {
        this.names = names;
        Settings read = Settings.of(settings);
        List<Proxy> proxies = new Proxies(read).list();
        this.caller = GuardedHttpCaller.of(
                read, this::resolve, limits -> offline ? new NoWire() : new ApacheWire(limits, proxies, tls));
    }

    static TestCaller with(Map<String, String> settings, Map<String, List<String>> names) {
        return new TestCaller(settings, names, null, false);
    }

    static TestCaller with(Map<String, String> settings) {
        return with(settings, Map.of());
    }

    static TestCaller trusting(TlsStrategy tls, Map<String, String> settings, Map<String, List<String>> names) {
        return new TestCaller(settings, names, tls, false);
    }

    /** One for which a request that isn't refused is a failure of the test. */
    static TestCaller offline(Map<String, String> settings, Map<String, List<String>> names) {
        return new TestCaller(settings, names, null, true);
    }

    List<String> lookUps() {
        return lookUps;
    }

    HttpAnswer get(String url) {
        return call(new HttpCall("GET", url, List.of(), null));
    }

    HttpAnswer call(HttpCall call) {
        return caller.call(call)
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    /** What a flow reads of the error. */
    ObjectNode failure(HttpCall call) {
        Throwable thrown = catchThrowable(() -> call(call));
        assertThat(thrown).isInstanceOf(CompletionException.class).hasCauseInstanceOf(FlowsException.class);
        return (ObjectNode) ((FlowsException) thrown.getCause()).fault().value();
    }

    ObjectNode failure(String url) {
        return failure(new HttpCall("GET", url, List.of(), null));
    }

    String code(String url) {
        return failure(url).path("code").asText();
    }

    static HttpCall post(String url, @Nullable JsonNode body, String... headers) {
        List<HttpHeader> list = new ArrayList<>();
        for (int index = 0; index < headers.length; index += 2) {
            list.add(new HttpHeader(headers[index], headers[index + 1]));
        }
        return new HttpCall("POST", url, list, body);
    }

    @Override
    public void close() {
        caller.close();
    }

    private List<InetAddress> resolve(String name) throws UnknownHostException {
        List<String> addresses = names.getOrDefault(name, List.of());
        int asked = lookUps.stream().filter(name::equals).toList().size();
        lookUps.add(name);
        List<InetAddress> found = new ArrayList<>();
        if (!addresses.isEmpty()) {
            for (String address :
                    addresses.get(Math.min(asked, addresses.size() - 1)).split(" ")) {
                found.add(InetAddress.getByName(address));
            }
        }
        return found;
    }

    private static final class NoWire implements Wire {
        @Override
        public java.util.concurrent.CompletableFuture<RawAnswer> send(Hop hop, Route route, AnswerRoom.Share room) {
            throw new AssertionError("A request went to " + route.peer());
        }

        @Override
        public void close() {}
    }
}
