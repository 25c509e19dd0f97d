package io.dataflows.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that answer too slowly, too much, or no HTTP at all: each request ends, and says why. */
@Timeout(30)
class HostileServerTest {

    private static final Map<String, String> SETTINGS = Map.of(
            "FLOWS_REQUEST_ALLOW_LIST", "127.0.0.0/8",
            "FLOWS_REQUEST_TIMEOUT", "1500ms",
            "FLOWS_REQUEST_CONNECT_TIMEOUT", "500ms",
            "FLOWS_REQUEST_MAX_SIZE", "100kb");

    private final TestCaller caller = TestCaller.with(SETTINGS);

    @org.junit.jupiter.api.AfterEach
    void close() {
        caller.close();
    }

    @Test
    void leavesAServerThatNeverEndsItsHeaders() throws Exception {
        assertLeft("ERR_BAD_RESPONSE", (number, out) -> {
            write(out, "HTTP/1.1 200 OK\r\n");
            forever(out, "X-More: 1\r\n", 0);
        });
    }

    @Test
    void leavesAServerThatNeverEndsALine() throws Exception {
        assertLeft("ERR_BAD_RESPONSE", (number, out) -> {
            write(out, "HTTP/1.1 200 OK\r\nX-Long: ");
            forever(out, "x".repeat(1000), 0);
        });
    }

    @Test
    void leavesAServerThatDripsItsBody() throws Exception {
        assertLeft("ETIMEDOUT", (number, out) -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
            forever(out, "x", 20);
        });
    }

    @Test
    void leavesAServerThatDripsItsHeaders() throws Exception {
        assertLeft("ETIMEDOUT", (number, out) -> {
            write(out, "HTTP/1.1 200 OK\r\nX-Slow: ");
            forever(out, "x", 20);
        });
    }

    @Test
    void leavesAServerThatSaysContinueForEver() throws Exception {
        assertLeft("ETIMEDOUT", (number, out) -> forever(out, "HTTP/1.1 100 Continue\r\n\r\n", 20));
    }

    @Test
    void leavesAServerWhoseBodyHasNoEnd() throws Exception {
        assertLeft("ERR_BAD_RESPONSE", (number, out) -> {
            write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            forever(out, "3e8\r\n" + "x".repeat(1000) + "\r\n", 0);
        });
    }

    @Test
    void givesUpOnAServerThatNeverAnswers() {
        try (RawServer server = RawServer.running((number, out) -> LockSupport.park())) {
            assertThat(caller.failure(server.url()).path("message").asText()).isEqualTo("timeout of 1500ms exceeded");
        }
    }

    @Test
    void givesUpOnAServerThatNeverTakesTheConnection() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            // Nobody accepts: once the backlog is full, connections hang.
            var held = new java.util.ArrayList<java.net.Socket>();
            for (int count = 0; count < 8; count++) {
                var socket = new java.net.Socket();
                held.add(socket);
                try {
                    socket.connect(full.getLocalSocketAddress(), 100);
                } catch (java.net.SocketTimeoutException backlogFull) {
                    break;
                }
            }
            assertThat(caller.code("http://127.0.0.1:" + full.getLocalPort() + "/"))
                    .isEqualTo("ETIMEDOUT");
            for (var socket : held) {
                socket.close();
            }
        }
    }

    @ParameterizedTest(name = "refuses {0} bytes that are announced")
    @ValueSource(strings = {"102401", "9223372036854775807"})
    void refusesABodyThatIsAnnouncedTooLarge(String length) {
        assertCode("ERR_BAD_RESPONSE", "HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\nx");
    }

    @Test
    void takesABodyOfTheGreatestSize() {
        String body = "x".repeat(100 << 10);
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\n\r\n" + body)) {
            assertThat(caller.get(server.url()).data().textValue()).hasSize(100 << 10);
        }
        assertCode("ERR_BAD_RESPONSE", "HTTP/1.1 200 OK\r\n\r\n" + body + "x");
    }

    @Test
    void refusesABombInGzip() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[10 << 20]);
        }
        assertThat(packed.size()).isLessThan(100 << 10);
        assertPacked("gzip", packed.toByteArray(), "maxContentLength size of 102400 exceeded");
    }

    @Test
    void refusesABombInDeflate() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream deflate = new DeflaterOutputStream(packed)) {
            deflate.write(new byte[10 << 20]);
        }
        assertPacked("deflate", packed.toByteArray(), "maxContentLength size of 102400 exceeded");
    }

    @Test
    void refusesDamagedAndUnknownPackings() {
        assertPacked("gzip", "no gzip".getBytes(StandardCharsets.US_ASCII), "Not in GZIP format");
        assertPacked("br", new byte[] {1}, "Content encoding (br) can't be read.");
    }

    @ParameterizedTest(name = "refuses {0}")
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.6\r\n\r\n",
                "HTTP/1.1 abc OK\r\n\r\n",
                "HTTP/9.9 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nno header\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
            })
    void refusesWhatIsNoHttp(String answer) {
        assertCode("ERR_BAD_RESPONSE", answer);
    }

    @ParameterizedTest(name = "a connection that ends after {0}")
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfive",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab"
            })
    void tellsThatTheConnectionBroke(String answer) {
        assertCode("ECONNRESET", answer);
    }

    @Test
    void servesOthersWhileSomeHang() {
        try (RawServer slow = RawServer.running((number, out) -> LockSupport.park());
                RawServer quick = RawServer.answering(RawServer.OK)) {
            var hanging = new java.util.ArrayList<Thread>();
            for (int count = 0; count < 40; count++) {
                Thread thread = new Thread(() -> caller.failure(slow.url()));
                thread.start();
                hanging.add(thread);
            }
            assertThat(caller.get(quick.url()).data().asText()).isEqualTo("ok");
            assertThat(hanging).anyMatch(Thread::isAlive);
        }
    }

    private void assertCode(String code, String answer) {
        try (RawServer server = RawServer.answering(answer)) {
            assertThat(caller.code(server.url())).isEqualTo(code);
        }
    }

    private void assertPacked(String encoding, byte[] body, String message) {
        RawServer.Script script = (number, out) -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Encoding: " + encoding + "\r\n\r\n");
            out.write(body);
        };
        try (RawServer server = RawServer.running(script)) {
            var failure = caller.failure(server.url());
            assertThat(failure.path("message").asText()).startsWith(message);
            assertThat(failure.path("code").asText()).isEqualTo("ERR_BAD_RESPONSE");
        }
    }

    private void assertLeft(String code, RawServer.Script script) throws InterruptedException {
        try (RawServer server = RawServer.running(script)) {
            assertThat(caller.code(server.url())).isEqualTo(code);
            assertThat(server.wasLeft()).isTrue();
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void forever(OutputStream out, String text, int pauseMillis) throws IOException {
        while (true) {
            write(out, text);
            LockSupport.parkNanos(Duration.ofMillis(pauseMillis).toNanos());
        }
    }
}
