package io.dataflows.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

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

    /** Whether the application answers. */
    boolean pong() throws InterruptedException {
        return ask().filter(answer -> answer.statusCode() == 200 && "pong".equals(answer.body()))
                .isPresent();
    }

    /** Whether anything answers at this port. */
    boolean anything() throws InterruptedException {
        return ask().isPresent();
    }

    private Optional<HttpResponse<String>> ask() throws InterruptedException {
        try {
            return Optional.of(client.send(request, BodyHandlers.ofString()));
        } catch (IOException notYet) {
            return Optional.empty();
        }
    }

    /** One look, which a waiting caller repeats. */
    interface Probe {
        boolean succeeds() throws InterruptedException;
    }
}
