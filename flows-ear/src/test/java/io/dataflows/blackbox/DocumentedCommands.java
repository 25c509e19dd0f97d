package io.dataflows.blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands that {@code docs/deploying.md} tells an administrator to type, run as they stand there. */
final class DocumentedCommands {

    private static final Path PAGE = Path.of(System.getProperty("docs"), "deploying.md");

    private DocumentedCommands() {}

    /** Runs the block marked {@code sh name}; the variables are the ones that the page has the reader export. */
    static void run(String name, Map<String, String> variables) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-euo", "pipefail", "-c", block(name));
        builder.environment().putAll(variables);
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new AssertionError("The documented commands for " + name + " failed:\n" + output);
        }
    }

    private static String block(String name) throws IOException {
        Matcher block = Pattern.compile("(?s)```sh " + name + "\n(.*?)\n```").matcher(Files.readString(PAGE));
        if (!block.find()) {
            throw new AssertionError(PAGE + " has no block for " + name);
        }
        return block.group(1);
    }
}
