package io.dataflows.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.engine.JsonText;
import io.dataflows.engine.MalformedJson;
import io.dataflows.engine.recorded.Placeholders;
import io.dataflows.engine.recorded.Placeholders.Ordered;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Sends the recorded REST requests to a server, in their order, and compares status and body. It begins by deleting all
 * flows, since the recorded server had none.
 */
public final class RecordedRestCases {
    private static final Set<String> GROUPS =
            Set.of("flows", "operations", "query", "activity", "items", "item filters", "item queries");

    /** Cases before which the collections stood anew. */
    private static final Set<String> FRESH =
            Set.of("items/list", "item filters/eq", "item queries/sum avg min max count");

    private static final Set<String> SYSTEM = Set.of(
            "login",
            "login wrong password",
            "login missing password",
            "login mode cookie",
            "login mode session",
            "access token works as bearer",
            "refresh",
            "refresh invalid",
            "refresh missing",
            "logout",
            "token in query",
            "ping",
            "health anonymous",
            "health admin",
            "info anonymous",
            "info admin",
            "me",
            "me anonymous",
            "unknown route",
            "unknown route post",
            "root");

    /** Answered differently, or not asked, on purpose. */
    private static final Map<String, String> DIFFERENT = Map.ofEntries(
            Map.entry("alias", "a quirk: rows with nothing but aliases come back as bare ids"),
            Map.entry("link to itself", "an operation that leads to itself is refused when saved"),
            Map.entry("delete one linked as child", "paths to a deleted operation end, instead of a database error"),
            Map.entry("child link after delete attempt", "follows from the case before"),
            Map.entry("activity of flow changes", "only runs are recorded as activity so far"),
            Map.entry("revisions of flow changes", "only runs are recorded as revisions so far"),
            Map.entry("revisions fields", "needs a recorded run; the members are compared in another test"),
            Map.entry("activity fields", "needs a recorded run; the members are compared in another test"));

    /** Only the status and the codes are compared: words of a parser or a database, or members that others choose. */
    private static final Set<String> LOOSE = Set.of(
            "create bad json",
            "create unknown flow",
            "link unknown operation",
            "health admin",
            "info anonymous",
            "info admin",
            "me");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final String adminToken;
    private final String adminPassword;
    private final RecordedItems items;
    private final Placeholders placeholders = new Placeholders();
    private final List<String> differences = new ArrayList<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();
    private int compared;

    /**
     * @param base the server's address, with a slash at its end
     * @param adminToken static token of {@code admin@example.com}
     */
    public RecordedRestCases(URI base, String adminToken, String adminPassword) {
        this.base = base;
        this.adminToken = adminToken;
        this.adminPassword = adminPassword;
        this.items = new RecordedItems(Caller.of(base.getPort()).bearing(adminToken));
    }

    /** Runs all cases and tells each difference; the empty list is success. */
    public List<String> run() {
        deleteAllFlows();
        for (JsonNode recorded : cases()) {
            String name = recorded.path("name").asText();
            boolean editor = recorded.at("/request/auth").asText().equals("editortoken");
            if (isAsked(recorded, name) && !editor && !DIFFERENT.containsKey(name)) {
                compare(name, recorded);
            } else {
                leftOut.merge(reason(recorded, name, editor), 1, Integer::sum);
            }
        }
        System.out.println("Recorded REST cases: " + compared + " run, left out: " + leftOut);
        return List.copyOf(differences);
    }

    private static String reason(JsonNode recorded, String name, boolean editor) {
        if (DIFFERENT.containsKey(name)) {
            return DIFFERENT.get(name);
        }
        if (editor) {
            return "restricted accounts can't be made over HTTP yet";
        }
        return "notifications, settings and presets aren't there yet";
    }

    /** How many cases were sent. */
    public int compared() {
        return compared;
    }

    private static boolean isAsked(JsonNode recorded, String name) {
        String group = recorded.path("group").asText();
        return GROUPS.contains(group) || group.equals("system") && SYSTEM.contains(name);
    }

    private void compare(String name, JsonNode recorded) {
        compared++;
        if (FRESH.contains(recorded.path("group").asText() + "/" + name)) {
            items.reset();
        }
        JsonNode request = recorded.path("request");
        HttpResponse<String> answer = send(request);
        JsonNode expected = recorded.path("response");
        JsonNode body = body(answer);
        rememberTokens(body);
        boolean same = expected.path("status").asInt() == answer.statusCode()
                && (LOOSE.contains(name) ? sameCodes(expected.path("body"), body) : sameBody(request, expected, body));
        if (!same) {
            differences.add(recorded.path("group").asText() + "/" + name + ": expected "
                    + expected.path("status").asInt() + " " + JsonText.write(expected.path("body")) + " but was "
                    + answer.statusCode() + " " + answer.body());
        }
    }

    private boolean sameBody(JsonNode request, JsonNode expected, JsonNode body) {
        JsonNode wanted = expected.path("body");
        if (wanted.asText().equals("<<empty>>")) {
            return body.isMissingNode();
        }
        return placeholders.matches(
                wanted, body, request.path("query").asText().contains("sort") ? Ordered.ROWS : Ordered.NOTHING);
    }

    private static boolean sameCodes(JsonNode expected, JsonNode body) {
        return expected.path("errors")
                .findValuesAsText("code")
                .equals(body.path("errors").findValuesAsText("code"));
    }

    private void rememberTokens(JsonNode body) {
        for (String name : List.of("access_token", "refresh_token")) {
            JsonNode token = body.path("data").path(name);
            if (token.isTextual()) {
                placeholders.bind("<" + name.replace('_', '-') + ">", token.textValue());
            }
        }
    }

    private HttpResponse<String> send(JsonNode request) {
        String recorded = request.path("query").asText("");
        String query = placeholders.filled(recorded.replace("access_token=admintoken", "access_token=" + adminToken));
        String path = placeholders.filled(request.path("path").asText()).substring(1);
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(base.resolve(query.isEmpty() ? path : path + "?" + encoded(query)));
        String auth = tokens(request.path("auth").asText("none"));
        if (!auth.equals("none")) {
            builder.header("Authorization", "Bearer " + (auth.equals("admin") ? adminToken : auth));
        }
        JsonNode body = request.has("rawBody") ? request.path("rawBody") : request.path("body");
        if (!body.isMissingNode()) {
            builder.header("Content-Type", "application/json");
        }
        String text = body.isMissingNode() ? "" : request.has("rawBody") ? body.asText() : JsonText.write(body);
        return send(builder.method(
                        request.path("method").asText(), BodyPublishers.ofString(placeholders.filled(tokens(text))))
                .build());
    }

    /** Tokens and the password of this server in place of the recorded ones. */
    private String tokens(String text) {
        String token = placeholders.filled(text.replace("<access_token>", "<access-token>"));
        return token.replace("<refresh_token>", placeholders.filled("<refresh-token>"))
                .replace("Passw0rd!", adminPassword);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    private void deleteAllFlows() {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("flows"))
                .header("Authorization", "Bearer " + adminToken)
                .header("Content-Type", "application/json")
                .method("DELETE", BodyPublishers.ofString("{\"query\":{\"limit\":-1}}"))
                .build();
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() != 204) {
            throw new IllegalStateException("Deleting all flows gave " + answer.statusCode() + " " + answer.body());
        }
    }

    /** A query string as it may be sent; what is encoded already stays. */
    static String encoded(String query) {
        StringBuilder text = new StringBuilder();
        for (byte unit : query.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = Character.isLetterOrDigit(unit) || "-._~=&%".indexOf(unit) >= 0;
            text.append(plain ? String.valueOf((char) unit) : String.format("%%%02X", unit & 0xFF));
        }
        return text.toString();
    }

    private static JsonNode body(HttpResponse<String> answer) {
        String text = answer.body();
        if (text.isEmpty()) {
            return MissingNode.getInstance();
        }
        boolean json = answer.headers().firstValue("Content-Type").orElse("").contains("json");
        return json ? read(text) : TextNode.valueOf(text);
    }

    private static JsonNode cases() {
        try (InputStream file = RecordedRestCases.class.getResourceAsStream("/vectors/rest_cases.json")) {
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8)).path("cases");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static JsonNode read(String text) {
        try {
            return JsonText.read(text);
        } catch (MalformedJson malformed) {
            throw new IllegalArgumentException(text, malformed);
        }
    }
}
