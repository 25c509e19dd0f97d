package io.dataflows.engine.operation.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.operation.http.RequestOperation.Header;
import io.dataflows.engine.operation.http.RequestOperation.Options;
import io.dataflows.model.capability.HttpAnswer;
import io.dataflows.model.capability.HttpCaller;
import io.dataflows.model.operation.Outcome;
import io.dataflows.model.operation.StepContext;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
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
        var headers = Json.object().put("x-request-token", "canary-token").put("date", "today");
        headers.putArray("set-cookie").add("sid=canary-session; Path=/").add("x=1");
        HttpAnswer answer = new HttpAnswer(200, "OK", headers, TextNode.valueOf(""));
        run("http://x.example/", List.of(), answer, secrets);
        assertThat(secrets).containsExactly("canary-token", "sid=canary-session; Path=/", "canary-session", "x=1");
    }

    private static List<String> concealed(String url, Header... headers) {
        List<String> secrets = new ArrayList<>();
        run(url, List.of(headers), new HttpAnswer(200, "OK", Json.object(), TextNode.valueOf("")), secrets);
        return secrets;
    }

    private static void run(String url, List<Header> headers, HttpAnswer answer, List<String> secrets) {
        HttpCaller caller = call -> CompletableFuture.completedFuture(answer);
        Outcome outcome = new RequestOperation().run(new Options("GET", url, headers, null), context(caller, secrets));
        assertThat(((Outcome.Pending) outcome).outcome().toCompletableFuture().join())
                .isInstanceOf(Outcome.Resolved.class);
    }

    /** A context that knows secrets and this caller, and nothing else. */
    private static StepContext context(HttpCaller caller, List<String> secrets) {
        InvocationHandler answers = (proxy, method, arguments) -> {
            if (method.getName().equals("conceal")) {
                secrets.add((String) arguments[0]);
                return null;
            }
            assertThat(method.getName()).isEqualTo("capability");
            return caller;
        };
        return (StepContext)
                Proxy.newProxyInstance(StepContext.class.getClassLoader(), new Class<?>[] {StepContext.class}, answers);
    }
}
