package io.dataflows.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Writes what a server says to a file, remembers its last lines, and shows every line to one reader. */
final class ServerLog {

    private static final int REMEMBERED = 40;

    private final Path file;
    private final Predicate<String> refusal;
    private final Deque<String> last = new ArrayDeque<>();
    private volatile boolean refused;

    ServerLog(Path file, Predicate<String> refusal) {
        this.file = file;
        this.refusal = refusal;
    }

    /** Whether a line so far was a refusal. */
    boolean refused() {
        return refused;
    }

    /** Reads to the end of the output on a thread of its own. */
    Thread follow(InputStream output, Consumer<String> reader) throws IOException {
        PrintWriter written = new PrintWriter(Files.newBufferedWriter(file), true);
        Thread thread = new Thread(() -> copy(output, written, reader), "server-log");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** The last lines, oldest first. */
    synchronized String tail() {
        return String.join(System.lineSeparator(), last);
    }

    private void copy(InputStream output, PrintWriter written, Consumer<String> reader) {
        try (written;
                BufferedReader lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                written.println(line);
                remember(line);
                refused |= refusal.test(line);
                reader.accept(line);
            }
        } catch (IOException e) {
            remember("The server's output broke off: " + e);
        }
    }

    private synchronized void remember(String line) {
        last.addLast(line);
        if (last.size() > REMEMBERED) {
            last.removeFirst();
        }
    }
}
