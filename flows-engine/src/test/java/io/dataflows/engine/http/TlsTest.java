package io.dataflows.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connection goes to the checked address, but the certificate must be one for the name. */
class TlsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Map<String, String> SETTINGS = Map.of("FLOWS_REQUEST_ALLOW_LIST", "127.0.0.1");
    private static final Map<String, List<String>> NAMES =
            Map.of("right.example", List.of("127.0.0.1"), "wrong.example", List.of("127.0.0.1"));

    private static HttpsServer server;
    private static SSLContext context;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        context = context(keyStore(directory.resolve("server.p12")));
        server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @Test
    void takesTheCertificateOfTheName() {
        try (TestCaller caller = TestCaller.trusting(trust(), SETTINGS, NAMES)) {
            assertThat(caller.get(url("right.example")).status()).isEqualTo(204);
        }
    }

    @Test
    void refusesTheCertificateOfAnotherName() {
        try (TestCaller caller = TestCaller.trusting(trust(), SETTINGS, NAMES)) {
            assertThat(caller.code(url("wrong.example"))).isEqualTo("ERR_TLS_CERT_ALTNAME_INVALID");
        }
    }

    @Test
    void refusesACertificateThatNobodyVouchesFor() {
        try (TestCaller caller = TestCaller.with(SETTINGS, NAMES)) {
            assertThat(caller.code(url("right.example"))).isEqualTo("UNABLE_TO_VERIFY_LEAF_SIGNATURE");
        }
    }

    @Test
    void tellsThatTheOtherSideSpeaksNoTls() {
        try (RawServer plain = RawServer.answering(RawServer.OK);
                TestCaller caller = TestCaller.with(SETTINGS, NAMES)) {
            assertThat(caller.code("https://right.example:" + plain.port() + "/"))
                    .isIn("EPROTO", "ECONNRESET");
        }
    }

    private static String url(String host) {
        return "https://" + host + ":" + server.getAddress().getPort() + "/";
    }

    private static TlsStrategy trust() {
        return ClientTlsStrategyBuilder.create().setSslContext(context).buildAsync();
    }

    private static SSLContext context(KeyStore keys) throws GeneralSecurityException {
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        SSLContext both = SSLContext.getInstance("TLS");
        both.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return both;
    }

    /** A certificate that signs itself, made by the JDK's own tool. */
    private static KeyStore keyStore(Path file) throws IOException, InterruptedException, GeneralSecurityException {
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(List.of(
                        tool,
                        "-genkeypair",
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=right.example",
                        "-ext",
                        "SAN=dns:right.example"))
                .redirectErrorStream(true)
                .start();
        assertThat(made.waitFor(30, TimeUnit.SECONDS)).isTrue();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stored = Files.newInputStream(file)) {
            keys.load(stored, PASSWORD);
        }
        keys.setCertificateEntry("trusted", keys.getCertificate("server"));
        return keys;
    }
}
