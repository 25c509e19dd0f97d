package io.dataflows.engine.http;

import io.dataflows.engine.testkit.ReceivedRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A server on 127.0.0.1 that answers byte by byte what a test wants, however wrong. */
final class RawServer implements AutoCloseable {

    static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private final ServerSocket socket;
    private final Script script;
    private final List<ReceivedRequest> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch hungUp = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "raw-server");
        thread.setDaemon(true);
        return thread;
    });

    /** Writes an answer; the number counts requests from 0. Ends by an exception when the other side hangs up. */
    interface Script {
        void answer(int number, OutputStream out) throws IOException;
    }

    private RawServer(ServerSocket socket, Script script) {
        this.socket = socket;
        this.script = script;
    }

    static RawServer running(Script script) {
        return running("127.0.0.1", 0, script);
    }

    static RawServer running(String address, int port, Script script) {
        try {
            RawServer server = new RawServer(new ServerSocket(port, 50, InetAddress.getByName(address)), script);
            server.threads.execute(server::accept);
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Gives the answers in turn, the last one again and again. */
    static RawServer answering(String... answers) {
        return running((number, out) ->
                out.write(answers[Math.min(number, answers.length - 1)].getBytes(StandardCharsets.ISO_8859_1)));
    }

    int port() {
        return socket.getLocalPort();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    List<ReceivedRequest> requests() {
        return requests;
    }

    /** Whether a client gave up while this server still wrote to it. */
    boolean wasLeft() throws InterruptedException {
        return hungUp.await(10, TimeUnit.SECONDS);
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
        try {
            while (true) {
                Socket connection = socket.accept();
                threads.execute(() -> serve(connection));
            }
        } catch (IOException closed) {
            threads.shutdown();
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            int number;
            synchronized (requests) {
                number = requests.size();
                requests.add(ReceivedRequest.read(connection.getInputStream()));
            }
            script.answer(number, connection.getOutputStream());
            connection.shutdownOutput();
        } catch (IOException left) {
            hungUp.countDown();
        }
    }
}
