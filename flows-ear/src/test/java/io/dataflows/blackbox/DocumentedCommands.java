package io.dataflows.blackbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Commands that a page tells its reader to type, run as they stand there.
 *
 * @param script the text of the block
 * @param directory where they are typed
 */
record DocumentedCommands(String script, Path directory) {

    private static final Path PROJECT = Path.of(System.getProperty("project"));

    /** The block that the page marks {@code sh name}. */
    static DocumentedCommands of(String page, String name) throws IOException {
        String text = Files.readString(PROJECT.resolve(page));
        Matcher block = Pattern.compile("(?s)```sh " + name + "\n(.*?)\n```").matcher(text);
        if (!block.find()) {
            throw new AssertionError(page + " has no block for " + name);
        }
        return new DocumentedCommands(block.group(1), PROJECT);
    }

    DocumentedCommands in(Path other) {
        return new DocumentedCommands(script, other);
    }

    /** Runs them and gives what they print; the variables are the ones that the page has the reader export. */
    String run(Map<String, String> variables) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script);
        builder.environment().putAll(variables);
        Process process =
                builder.directory(directory.toFile()).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError("The documented commands failed:\n" + output);
        }
        return output;
    }
}
