package io.dataflows.blackbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Somebody who calls the server over HTTP: nobody in particular, or the bearer of a token. */
public final class Caller {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    // Upgrading to HTTP/2 makes Payara and the JDK wait for each other when a large body is refused.
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final String token;

    private Caller(String base, String token) {
        this.base = base;
        this.token = token;
    }

    /** One without a token, of the server at this port. */
    public static Caller of(int port) {
        return new Caller("http://127.0.0.1:" + port, "");
    }

    /** The same one with a bearer token. */
    public Caller bearing(String bearer) {
        return new Caller(base, bearer);
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, String json) {
        return send(request(path).POST(BodyPublishers.ofString(json)));
    }

    public Answer patch(String path, String json) {
        return send(request(path).method("PATCH", BodyPublishers.ofString(json)));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** A request with JSON as its type, for what the shorter ones don't cover. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(LIMIT)
                .header("Content-Type", "application/json");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError("No answer from " + base, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String text() {
            return response.body();
        }

        public JsonNode json() {
            try {
                return Json.read(text());
            } catch (JsonProcessingException e) {
                throw new AssertionError("Status " + status() + ", not JSON: " + text(), e);
            }
        }

        /** The member {@code data} of a successful answer. */
        public JsonNode data() {
            if (status() != 200) {
                throw new AssertionError("Status " + status() + ": " + text());
            }
            return json().path("data");
        }
    }
}
