package io.dataflows.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class RecordedHttpServerTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void answersAsRecordedAndKeepsWhatReachedIt() throws Exception {
        try (RecordedHttpServer server = RecordedHttpServer.start()) {
            var answer = call(server, "/echo/a%20b?x=1", "{\"a\":1}");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(Flows.json(answer.body()))
                    .isEqualTo(
                            Flows.json(
                                    """
                    {"method": "POST", "url": "/echo/a%20b?x=1", "ct": "text/x", "auth": null, "accept": null,
                     "ua": "Java-http-client", "body": "{\\"a\\":1}"}"""));
            assertThat(call(server, "/status/429", "").body()).isEqualTo("{\"err\":\"boom\"}");
            assertThat(server.outgoing().get(0).path("url").asText()).isEqualTo("/echo/a%20b?x=1");
            assertThat(server.outgoing()
                            .get(0)
                            .path("headers")
                            .path("content-length")
                            .asText())
                    .isEqualTo("7");
            assertThat(server.outgoing()).hasSize(2);
            server.forget();
            assertThat(server.received()).isEmpty();
        }
    }

    private HttpResponse<String> call(RecordedHttpServer server, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "text/x")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
