package io.dataflows.engine.operation.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.operation.http.RequestOperation.Header;
import io.dataflows.engine.operation.http.RequestOperation.Options;
import io.dataflows.engine.testkit.ListedSecrets;
import io.dataflows.model.capability.HttpAnswer;
import io.dataflows.model.capability.HttpCaller;
import io.dataflows.model.flow.FlowVersion;
import io.dataflows.model.operation.Outcome;
import io.dataflows.model.operation.StepContext;
import io.dataflows.model.run.Concealment;
import io.dataflows.model.run.FlowObject;
import io.dataflows.model.run.RunId;
import io.dataflows.model.trigger.Authority;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestSecretsTest {

    @ParameterizedTest(name = "{0}: {1} conceals {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Authorization       | Bearer canary-1       | Bearer canary-1,canary-1
                    authorization       | canary-2              | canary-2,canary-2
                    Proxy-Authorization | Basic canary          | Basic canary,canary
                    Cookie              | a=canary-3; b=x       | a=canary-3; b=x,canary-3
                    X-Api-Key           | canary-4              | canary-4,canary-4
                    apikey              | canary-5              | canary-5,canary-5
                    X-Auth-Token        | canary-6              | canary-6,canary-6
                    X-Hub-Signature     | canary-7              | canary-7,canary-7
                    x-custom            | canary-8              | canary-8,canary-8
                    X-Author            | somebody              | ''
                    Content-Type        | text/plain            | ''
                    """)
    void concealsWhatRequestsCarry(String name, String value, String concealed) {
        assertThat(String.join(",", concealed("http://x.example/", new Header(name, value))))
                .isEqualTo(concealed);
    }

    @Test
    void concealsThePasswordOfAUrl() {
        assertThat(concealed("http://me:pass-word@x.example/a:b@c")).containsExactly("pass-word");
        assertThat(concealed("http://x.example/a:bbbbb@c")).isEmpty();
    }

    @Test
    void concealsCookiesThatAnAnswerSets() {
        List<String> secrets = new ArrayList<>();
        var headers = Json.object()
                .put("x-request-token", "canary-token")
                .put("date", "today")
                .put("x-custom", "canary-custom");
        headers.putArray("set-cookie").add("sid=canary-session; Path=/").add("x=1");
        HttpAnswer answer = new HttpAnswer(200, "OK", headers, TextNode.valueOf(""));
        run("http://x.example/", List.of(), answer, secrets);
        assertThat(secrets)
                .containsExactly(
                        "canary-token", "canary-custom", "sid=canary-session; Path=/", "canary-session", "x=1");
    }

    private static List<String> concealed(String url, Header... headers) {
        List<String> secrets = new ArrayList<>();
        run(url, List.of(headers), new HttpAnswer(200, "OK", Json.object(), TextNode.valueOf("")), secrets);
        return secrets;
    }

    private static void run(String url, List<Header> headers, HttpAnswer answer, List<String> secrets) {
        HttpCaller caller = call -> CompletableFuture.completedFuture(answer);
        Outcome outcome =
                new RequestOperation().run(new Options("GET", url, headers, null), new Context(caller, secrets));
        assertThat(((Outcome.Pending) outcome).outcome().toCompletableFuture().join())
                .isInstanceOf(Outcome.Resolved.class);
    }

    private record Context(HttpCaller caller, List<String> secrets) implements StepContext {

        @Override
        public Concealment concealment() {
            return new ListedSecrets(secrets);
        }

        @Override
        public <C> C capability(Class<C> type) {
            return type.cast(caller);
        }

        @Override
        public RunId runId() {
            throw new AssertionError("not asked for");
        }

        @Override
        public FlowVersion version() {
            throw new AssertionError("not asked for");
        }

        @Override
        public String stepKey() {
            return "ask";
        }

        @Override
        public FlowObject data() {
            throw new AssertionError("not asked for");
        }

        @Override
        public Authority authority() {
            throw new AssertionError("not asked for");
        }

        @Override
        public Clock clock() {
            return Clock.systemUTC();
        }
    }
}
