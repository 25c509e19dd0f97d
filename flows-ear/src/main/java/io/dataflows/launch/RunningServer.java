package io.dataflows.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A server process started from a freshly prepared instance; closing it stops the process and waits for its end. */
public final class RunningServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("io.dataflows.launch");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final List<String> stopCommand;
    private final ServerLog log;
    private final Thread logThread;
    private final Ping ping;

    private RunningServer(
            Process process, List<String> stopCommand, ServerLog log, Thread logThread, Instance instance) {
        this.process = process;
        this.stopCommand = stopCommand;
        this.log = log;
        this.logThread = logThread;
        this.ping = new Ping(instance.httpPort());
    }

    /**
     * Prepares and starts the server; it inherits this process's environment with {@code environment} on top.
     *
     * @param reader is shown each line of its output, on another thread
     */
    public static RunningServer start(
            Server server, Instance instance, Map<String, String> environment, Consumer<String> reader)
            throws IOException, InterruptedException {
        server.prepare(instance);
        Files.createDirectories(instance.data());
        ProcessBuilder builder = new ProcessBuilder(server.command(instance)).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        ServerLog log = new ServerLog(logFile(instance), server::refused);
        Thread logThread = log.follow(process.getInputStream(), reader);
        RunningServer running = new RunningServer(process, server.stopCommand(instance), log, logThread, instance);
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop-server"));
        return running;
    }

    /** The file that holds all it says. */
    public static Path logFile(Instance instance) {
        return instance.base().resolveSibling(instance.base().getFileName() + ".log");
    }

    /**
     * Waits until the application answers.
     *
     * @throws IOException when the server ends before or refuses the EAR; the message has its last lines
     * @throws TimeoutException when it does not answer in time; the message has its last lines
     */
    public void awaitReady(Duration limit, Runnable eachSecond)
            throws IOException, InterruptedException, TimeoutException {
        await(ping::pong, limit, eachSecond);
    }

    /** Waits until the server answers requests, with or without the application; throws as its sibling does. */
    public void awaitBoot(Duration limit) throws IOException, InterruptedException, TimeoutException {
        await(ping::anything, limit, () -> {});
    }

    private void await(Ping.Probe probe, Duration limit, Runnable eachSecond)
            throws IOException, InterruptedException, TimeoutException {
        long end = System.nanoTime() + limit.toNanos();
        while (!probe.succeeds()) {
            if (process.waitFor(1, TimeUnit.SECONDS)) {
                logThread.join();
                throw new IOException("The server ended with " + process.exitValue() + ":\n" + log.tail());
            }
            if (log.refused()) {
                throw new IOException("The EAR could not be deployed:\n" + log.tail());
            }
            if (System.nanoTime() > end) {
                throw new TimeoutException("No answer after " + limit.toSeconds() + " s:\n" + log.tail());
            }
            eachSecond.run();
        }
    }

    /** Waits for the process to end by itself or by a signal, and gives its exit code. */
    public int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /** Asks the server to stop, and kills it when it has not within a minute. */
    @Override
    public synchronized void close() {
        try {
            askToStop();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            logThread.join();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void askToStop() throws InterruptedException {
        if (stopCommand.isEmpty() || !process.isAlive() || !stopped()) {
            // Process.destroy() would close the stream that carries the server's last words.
            process.toHandle().destroy();
        }
    }

    private boolean stopped() throws InterruptedException {
        try {
            Process tool = new ProcessBuilder(stopCommand)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return tool.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) && tool.exitValue() == 0;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "The stop command could not be run, a signal does it", e);
            return false;
        }
    }
}
