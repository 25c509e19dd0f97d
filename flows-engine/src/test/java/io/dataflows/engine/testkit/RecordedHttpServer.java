package io.dataflows.engine.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The HTTP server that recorded cases call, on 127.0.0.1 and a free port: {@code /json}, {@code /text}, {@code
 * /jsonastext}, {@code /badjson}, {@code /empty}, {@code /status/N}, {@code /redir} and {@code /echo…}. It keeps what
 * reached it in the form in which the cases list it.
 */
public final class RecordedHttpServer implements AutoCloseable {

    /** Headers that tell about the connection or the client, which the cases leave out. */
    private static final Set<String> NOT_LISTED = Set.of("host", "connection", "user-agent", "accept-encoding");

    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(201, "Created"),
            Map.entry(202, "Accepted"),
            Map.entry(204, "No Content"),
            Map.entry(302, "Found"),
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(409, "Conflict"),
            Map.entry(410, "Gone"),
            Map.entry(418, "I'm a Teapot"),
            Map.entry(422, "Unprocessable Entity"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Gateway Timeout"));

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "recorded-http-server");
        thread.setDaemon(true);
        return thread;
    });
    private final List<ReceivedRequest> received = new CopyOnWriteArrayList<>();

    private RecordedHttpServer(ServerSocket socket) {
        this.socket = socket;
    }

    /** A server that listens already. */
    public static RecordedHttpServer start() {
        try {
            var server = new RecordedHttpServer(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")));
            server.threads.execute(server::accept);
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** {@code 127.0.0.1:port}: what {@code <target>} stands for in the cases. */
    public String authority() {
        return "127.0.0.1:" + port();
    }

    /** {@code http://127.0.0.1:port}. */
    public String url() {
        return "http://" + authority();
    }

    /** What reached the server, in order. */
    public List<ReceivedRequest> received() {
        return List.copyOf(received);
    }

    /** What reached the server as the cases' {@code outgoing}: {@code [{method, url, headers, body}]}. */
    public ArrayNode outgoing() {
        ArrayNode list = Json.object().putArray("outgoing");
        for (ReceivedRequest request : received) {
            ObjectNode entry = list.addObject();
            entry.put("method", request.method());
            entry.put("url", request.url());
            ObjectNode headers = entry.putObject("headers");
            request.headers().forEach((name, value) -> {
                if (!NOT_LISTED.contains(name)) {
                    headers.put(name, value);
                }
            });
            entry.put("body", request.body());
        }
        return list;
    }

    /** Forgets what reached it, before the next case. */
    public void forget() {
        received.clear();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            threads.shutdownNow();
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                threads.execute(() -> serve(connection));
            } catch (SocketException closed) {
                return;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            ReceivedRequest request = ReceivedRequest.read(connection.getInputStream());
            received.add(request);
            connection.getOutputStream().write(answer(request).getBytes(StandardCharsets.UTF_8));
        } catch (IOException callerWentAway) {
            // The caller sees the same break, and the test judges what it makes of it.
            return;
        }
    }

    private static String answer(ReceivedRequest request) {
        String path = request.url();
        if (path.startsWith("/echo")) {
            return answer(request, 200, "content-type: application/json\r\n", Json.write(echo(request)));
        }
        if (path.startsWith("/status/")) {
            int status = Integer.parseInt(path.substring("/status/".length()));
            return answer(request, status, "content-type: application/json\r\n", "{\"err\":\"boom\"}");
        }
        return switch (path) {
            case "/json" ->
                answer(request, 200, "content-type: application/json\r\nx-demo: v\r\n", "{\"ok\":true,\"n\":5}");
            case "/text" -> answer(request, 200, "content-type: text/plain\r\n", "plain words");
            case "/jsonastext" -> answer(request, 200, "content-type: text/plain\r\n", "{\"a\":1}");
            case "/badjson" -> answer(request, 200, "content-type: application/json\r\n", "{bad");
            case "/empty" -> answer(request, 204, "", "");
            case "/redir" -> answer(request, 302, "location: /json\r\n", "");
            default -> answer(request, 404, "", "");
        };
    }

    private static ObjectNode echo(ReceivedRequest request) {
        ObjectNode echo = Json.object();
        echo.put("method", request.method());
        echo.put("url", request.url());
        echo.put("ct", request.header("content-type"));
        echo.put("auth", request.header("authorization"));
        echo.put("accept", request.header("accept"));
        String agent = request.header("user-agent");
        echo.put("ua", agent == null ? null : agent.split("/", 2)[0]);
        echo.put("body", request.body());
        return echo;
    }

    private static String answer(ReceivedRequest request, int status, String headers, String body) {
        boolean bodyless = status == 204 || request.method().equals("HEAD");
        return "HTTP/1.1 " + status + " " + REASONS.getOrDefault(status, "Unknown") + "\r\n"
                + headers
                + "date: Thu, 01 Jan 2026 00:00:00 GMT\r\nconnection: close\r\n"
                + (bodyless ? "\r\n" : "content-length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n")
                + (bodyless ? "" : body);
    }
}
