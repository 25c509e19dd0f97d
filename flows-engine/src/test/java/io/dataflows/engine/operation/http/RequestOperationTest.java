package io.dataflows.engine.operation.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.FlowEngineBuilder;
import io.dataflows.engine.FlowEngineBuilder.Wired;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.setting.Settings;
import io.dataflows.engine.testkit.FlowVerifier;
import io.dataflows.engine.testkit.Flows;
import io.dataflows.engine.testkit.InMemoryFlowStore;
import io.dataflows.engine.testkit.InMemoryRunStore;
import io.dataflows.engine.testkit.ReceivedRequest;
import io.dataflows.engine.testkit.RecordedHttpServer;
import io.dataflows.engine.testkit.ThreadWorkQueue;
import io.dataflows.model.reply.Reply;
import io.dataflows.model.trigger.WebhookCall;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Beyond the recorded cases, which run elsewhere: more of the same rules. */
class RequestOperationTest {

    private final RecordedHttpServer server = RecordedHttpServer.start();
    private final ThreadWorkQueue queue = new ThreadWorkQueue();
    private Wired engine = engine(new FlowEngineBuilder());
    private UUID flow = new UUID(0, 0);

    @AfterEach
    void close() {
        engine.close();
        queue.close();
        server.close();
    }

    @ParameterizedTest(name = "{0} of {1} under {2} goes out as {3} {4}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    POST   | "text"         | -                                 | application/x-www-form-urlencoded | text
                    PUT    | "text"         | -                                 | application/x-www-form-urlencoded | text
                    PATCH  | "text"         | -                                 | application/x-www-form-urlencoded | text
                    DELETE | "text"         | -                                 | -                                 | text
                    GET    | {"a":1}        | -                                 | application/json                  | {"a":1}
                    GET    | "text"         | -                                 | -                                 | text
                    PURGE  | "text"         | -                                 | -                                 | text
                    POST   | true           | -                                 | application/json                  | true
                    POST   | " [1] "        | -                                 | application/json                  | [1]
                    POST   | "\\"x\\""      | -                                 | application/json                  | "x"
                    POST   | "{bad"         | -                                 | application/x-www-form-urlencoded | {bad
                    POST   | "<a/>"         | Content-Type: text/xml            | text/xml                          | <a/>
                    POST   | "<a/>"         | content-type: text/xml            | text/xml                          | <a/>
                    POST   | "{}"           | Content-Type: text/xml            | text/xml                          | {}
                    POST   | "{}"           | CONTENT-TYPE: text/xml            | application/json                  | {}
                    POST   | "text"         | Content-Type: application/json    | application/json                  | "text"
                    POST   | {"a":[1]}      | Content-Type: text/plain          | text/plain                        | {"a":[1]}
                    POST   | {"a":"x y","b":{"c":null},"d":[1,2]} | Content-Type: application/x-www-form-urlencoded | application/x-www-form-urlencoded | a=x+y&b[c]=&d[]=1&d[]=2
                    """)
    void sendsBodiesWithTheirContentType(String method, String body, String header, String type, String sent) {
        ObjectNode options = options("/echo").put("method", method);
        options.set("body", Flows.json(body));
        if (header != null) {
            String[] parts = header.split(": ");
            options.putArray("headers").addObject().put("header", parts[0]).put("value", parts[1]);
        }
        JsonNode echo = run(options).path("data");
        assertThat(echo.path("ct").textValue()).isEqualTo(type);
        assertThat(echo.path("body").asText()).isEqualTo(sent);
        assertThat(echo.path("method").asText()).isEqualTo(method);
    }

    @ParameterizedTest(name = "{0} is asked for as {1}")
    @CsvSource({
        "/echo/a b, /echo/a%20b",
        "/echo/%zz, /echo/%25zz",
        "/echo/a+b?c=d+e, /echo/a+b?c=d+e",
        "/echo/\"<>`{}, /echo/%22%3C%3E%60%7B%7D",
        "/echo?a[]=1&b={x}, /echo?a[]=1&b=%7Bx%7D",
        "/echo/x#part, /echo/x",
        "/echo/../echo/./y, /echo/y",
        "/echo//z, /echo//z",
        "/echo/日本?q=😀, /echo/%E6%97%A5%E6%9C%AC?q=%F0%9F%98%80",
        "?x, /?x"
    })
    void encodesUrls(String path, String asked) {
        run(options(path));
        assertThat(server.received()).extracting(ReceivedRequest::url).containsExactly(asked);
    }

    @Test
    void sendsUserAndPasswordOfTheUrl() {
        ObjectNode options = Json.object().put("url", "http://me:p%40ss@" + server.authority() + "/echo");
        assertThat(run(options).path("data").path("auth").asText()).isEqualTo("Basic bWU6cEBzcw==");
    }

    @Test
    void lastOfSeveralSpellingsOfAHeaderWins() {
        ObjectNode options = options("/echo");
        options.putArray("headers")
                .add(Flows.json("{\"header\": \"X-A\", \"value\": \"1\"}"))
                .add(Flows.json("{\"header\": \"x-a\", \"value\": 2}"))
                .add(Flows.json("{\"header\": \"X-None\", \"value\": null}"))
                .add(Flows.json("{\"header\": \"Content-Length\", \"value\": \"99\"}"))
                .add(Flows.json("{\"header\": \"Accept\", \"value\": \"text/x\"}"));
        assertThat(run(options).path("data").path("accept").asText()).isEqualTo("text/x");
        assertThat(server.received().get(0).headers())
                .containsEntry("x-a", "2")
                .doesNotContainKeys("x-none", "content-length");
    }

    @ParameterizedTest(name = "{0} can''t be sent")
    @ValueSource(
            strings = {
                "{\"header\": \"X-A\", \"value\": \"1\\r\\nX-B: 2\"}",
                "{\"header\": \"X-A\", \"value\": \"é→\"}",
                "{\"header\": \"X A\", \"value\": \"1\"}",
                "{\"header\": \"X-A:\", \"value\": \"1\"}",
                "{\"header\": \"\", \"value\": \"1\"}",
                "{\"value\": \"1\"}"
            })
    void rejectsHeadersThatCanNotBeSent(String header) {
        ObjectNode options = options("/echo");
        options.putArray("headers").add(Flows.json(header));
        assertThat(run(options).path("code").asText()).startsWith("ERR_INVALID_");
        assertThat(server.received()).isEmpty();
    }

    @ParameterizedTest(name = "{0} is no method")
    @ValueSource(strings = {"CONNECT", "GE T", "GET\r\nX: y", "é"})
    void rejectsWhatIsNoMethod(String method) {
        assertThat(run(options("/echo").put("method", method)).path("code").asText())
                .isEqualTo("ERR_INVALID_HTTP_TOKEN");
        assertThat(server.received()).isEmpty();
    }

    @Test
    void letsTheRejectPathReadWhatWentWrong() {
        String draft =
                """
                {"operations": {
                  "ask": {"type": "request", "options": {"url": "http://nope.invalid/"}, "reject": "tell"},
                  "tell": {"type": "transform", "options": {"json": {
                    "code": "{{ $last.code }}", "text": "{{ ask.message }}!", "name": "{{ ask.name }}"}}}}}""";
        assertThat(call(draft))
                .isEqualTo(
                        Flows.json(
                                """
                {"code": "ENOTFOUND", "text": "getaddrinfo ENOTFOUND nope.invalid!", "name": "Error"}"""));
    }

    @Test
    void letsTheRejectPathReadAnAnswerThatIsNoSuccess() {
        String draft =
                """
                {"operations": {
                  "ask": {"type": "request", "options": {"url": "%s/status/422"}, "reject": "tell"},
                  "tell": {"type": "transform", "options": {"json": "{{ $last.status }} {{ ask.data.err }}"}}}}""";
        assertThat(call(draft.formatted(server.url())
                        .replace(
                                "\"{{ $last.status }} {{ ask.data.err }}\"",
                                "[\"{{ $last.status }} {{ ask.data.err }}\"]")))
                .isEqualTo(Flows.json("[\"422 boom\"]"));
    }

    @Test
    void reachesNothingOfThisMachineByDefault() {
        engine.close();
        engine = builder(new FlowEngineBuilder(), Map.of());
        JsonNode error = run(options("/json"));
        assertThat(error.path("message").asText())
                .isEqualTo("Requested domain \"127.0.0.1\" resolves to a denied IP address");
        assertThat(server.received()).isEmpty();
    }

    private ObjectNode options(String path) {
        return Json.object().put("url", server.url() + path);
    }

    private Wired engine(FlowEngineBuilder builder) {
        return builder(builder, Map.of("FLOWS_REQUEST_ALLOW_LIST", "127.0.0.1"));
    }

    private Wired builder(FlowEngineBuilder builder, Map<String, String> settings) {
        return builder.settings(Settings.of(settings))
                .flows(new InMemoryFlowStore())
                .runs(new InMemoryRunStore())
                .queue(queue)
                .build();
    }

    /** What a flow of this one step gives to its caller. */
    private JsonNode run(ObjectNode options) {
        ObjectNode draft = Json.object();
        ObjectNode step = draft.putObject("operations").putObject("ask").put("type", "request");
        step.set("options", options);
        return call(Json.write(draft));
    }

    private JsonNode call(String text) {
        ObjectNode draft = Flows.draft(text);
        draft.set("options", Flows.json("{\"method\": \"POST\", \"return\": \"$last\"}"));
        draft.put("accountability", "all");
        flow = engine.library()
                .createFlows(List.of(draft), FlowVerifier.ADMIN)
                .get(0)
                .id();
        ObjectNode none = Json.object();
        var call = new WebhookCall(flow, "POST", "/trigger/" + flow, none, none, none, new byte[0], FlowVerifier.ADMIN);
        Reply reply = engine.engine()
                .handle(call)
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
        return Flows.json(Json.write(((Reply.Answered) reply).value()));
    }
}
