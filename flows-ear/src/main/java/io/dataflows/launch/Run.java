package io.dataflows.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** The {@code run} profile: serves the EAR in the foreground until Ctrl-C. */
public final class Run {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int QUIET_SECONDS = 5;

    private final Server server;
    private final Instance instance;
    private final PrintStream out;
    private int seconds;

    private Run(Server server, Instance instance, PrintStream out) {
        this.server = server;
        this.instance = instance;
        this.out = out;
    }

    /** Arguments: server name, its directory, EAR, work directory, data directory, HTTP port, heap. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException, InterruptedException, TimeoutException {
        Server server = Server.named(arguments[0], Path.of(arguments[1]));
        Instance instance = new Instance(
                Path.of(arguments[3]),
                Path.of(arguments[4]),
                Path.of(arguments[2]),
                Integer.parseInt(arguments[5]),
                Ports.freeOr(server.usualAdminPort()),
                arguments[6]);
        new Run(server, instance, System.out).run();
    }

    private void run() throws IOException, InterruptedException, TimeoutException {
        if (!Ports.isFree(instance.httpPort())) {
            throw new IOException("Port (" + instance.httpPort()
                    + ") is taken. Maybe another server runs; stop it, or choose a port with -Dhttp.port=8081");
        }
        SignIn signIn = new SignIn(instance.data());
        out.println("Starting " + server.label() + ", log in " + RunningServer.logFile(instance));
        RunningServer running = RunningServer.start(server, instance, Map.of(), signIn::read);
        Thread stopping = new Thread(() -> stop(running), "stop-server");
        Runtime.getRuntime().addShutdownHook(stopping);
        running.awaitReady(LIMIT, this::showProgress);
        out.println(lastLine(signIn));
        int exit = running.awaitEnd();
        if (stopping.isAlive()) {
            // This JVM is going down too: keep Maven from summing up a build that was interrupted.
            Thread.currentThread().join();
        }
        throw new IOException(server.label() + " ended by itself with " + exit + ", see its log");
    }

    private void showProgress() {
        if (++seconds % QUIET_SECONDS == 0) {
            out.println("  " + seconds + " s: " + server.label() + " is starting");
        }
    }

    private String lastLine(SignIn signIn) throws IOException {
        return "Data Flows runs at " + instance.url() + " - console " + instance.url() + "/admin - " + signIn.advice()
                + " - Ctrl-C stops it";
    }

    private void stop(RunningServer running) {
        running.close();
        out.println(server.label() + " has stopped");
    }
}
