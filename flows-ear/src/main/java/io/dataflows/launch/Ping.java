package io.dataflows.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks the application whether it serves requests. */
final class Ping {

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final HttpRequest request;

    Ping(int httpPort) {
        this.request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + "/server/ping"))
                .timeout(Duration.ofSeconds(5))
                .build();
    }

    boolean answered() throws InterruptedException {
        try {
            var response = client.send(request, BodyHandlers.ofString());
            return response.statusCode() == 200 && "pong".equals(response.body());
        } catch (IOException notYet) {
            return false;
        }
    }
}
