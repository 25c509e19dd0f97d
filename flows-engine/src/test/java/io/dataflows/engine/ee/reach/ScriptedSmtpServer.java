package io.dataflows.engine.ee.reach;

import com.icegreen.greenmail.util.DummySSLServerSocketFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server on 127.0.0.1 that answers as a test says: it refuses, keeps silent, or changes to TLS. */
final class ScriptedSmtpServer implements AutoCloseable {

    private final ServerSocket listener;
    private final UnaryOperator<String> answers;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    /** @param answers gives the answer to a line, null for the usual one, or an empty text for none at all */
    ScriptedSmtpServer(UnaryOperator<String> answers) throws IOException {
        this.listener = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        this.answers = answers;
        Thread thread = new Thread(this::serve, "smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Every line of the clients; those over TLS begin with {@code tls:}. */
    List<String> heard() {
        return heard;
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket client = listener.accept()) {
                say(client, answer("", "220 ready"));
                talk(client, "");
            } catch (IOException | GeneralSecurityException over) {
                heard.add("over");
            }
        }
    }

    private void talk(Socket client, String prefix) throws IOException, GeneralSecurityException {
        var reader = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        boolean data = false;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            heard.add(prefix + line);
            if (data) {
                data = !line.equals(".");
                if (!data) {
                    say(client, answer(".", "250 taken"));
                }
            } else if (line.equals("STARTTLS")) {
                say(client, "220 go ahead");
                talk(secured(client), "tls:");
                return;
            } else {
                String answer = answer(line, usual(line, prefix));
                data = answer.startsWith("354");
                say(client, answer);
            }
        }
    }

    private String answer(String line, String usual) {
        String answer = answers.apply(line);
        return answer == null ? usual : answer;
    }

    private static String usual(String line, String prefix) {
        String word = line.split(" ")[0];
        return switch (word) {
            case "EHLO" -> prefix.isEmpty() ? "250-here\r\n250 STARTTLS" : "250 here";
            case "DATA" -> "354 go on";
            case "QUIT" -> "221 bye";
            default -> "250 ok";
        };
    }

    private static void say(Socket client, String answer) throws IOException {
        if (!answer.isEmpty()) {
            client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
            client.getOutputStream().flush();
        }
    }

    private static SSLSocket secured(Socket plain) throws IOException, GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        var factory = (DummySSLServerSocketFactory) DummySSLServerSocketFactory.getDefault();
        keys.init(factory.getKeyStore(), "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        var socket = (SSLSocket) context.getSocketFactory().createSocket(plain, "127.0.0.1", plain.getPort(), true);
        socket.setUseClientMode(false);
        socket.startHandshake();
        return socket;
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
