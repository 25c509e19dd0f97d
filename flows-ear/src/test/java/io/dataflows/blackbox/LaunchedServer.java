package io.dataflows.blackbox;

import io.dataflows.launch.Instance;
import io.dataflows.launch.Ports;
import io.dataflows.launch.RunningServer;
import io.dataflows.launch.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A server of its own for a test that stops and starts it, as the {@code run} profile would. */
final class LaunchedServer implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Instance instance;
    private final RunningServer running;

    private LaunchedServer(Instance instance, RunningServer running) {
        this.instance = instance;
        this.running = running;
    }

    /** Starts the server under test with the EAR; what is in the directory's {@code data} is served again. */
    static LaunchedServer serving(Path directory) throws Exception {
        LaunchedServer server = start(directory, EarUnderTest.file());
        server.awaitReady();
        return server;
    }

    /** Starts the server under test without the EAR. */
    static LaunchedServer empty(Path directory) throws Exception {
        LaunchedServer server = start(directory, null);
        server.running.awaitBoot(LIMIT);
        return server;
    }

    private static LaunchedServer start(Path directory, @Nullable Path ear) throws Exception {
        Server server = Server.named(System.getProperty("server"), Path.of(System.getProperty("server.home")));
        Instance instance = new Instance(
                directory.resolve("instance"),
                directory.resolve("data"),
                ear,
                Ports.anyFree(),
                Ports.anyFree(),
                System.getProperty("server.heap"));
        return new LaunchedServer(instance, RunningServer.start(server, instance, Map.of(), line -> {}));
    }

    void awaitReady() throws Exception {
        running.awaitReady(LIMIT, () -> {});
    }

    Caller anyone() {
        return Caller.of(instance.httpPort());
    }

    Caller administrator() {
        return anyone().bearing(System.getProperty("admin.token"));
    }

    Instance instance() {
        return instance;
    }

    String log() throws IOException {
        return Files.readString(RunningServer.logFile(instance));
    }

    @Override
    public void close() {
        running.close();
    }
}
