package io.dataflows.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Payara's own command-line tool, {@code asadmin}. */
record PayaraTool(Path home) {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** The command line that would start the domain: the tool knows which options fit which JDK. */
    List<String> startCommand(Path domain) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                JAVA, "-jar", jar(), "start-domain", "--dry-run", "--domaindir", parent(domain), name(domain));
        Process tool = builder.redirectErrorStream(true).start();
        String output = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        List<String> command = output.lines()
                .dropWhile(line -> !Path.of(line).equals(Path.of(JAVA)))
                .takeWhile(line -> !line.isBlank())
                .toList();
        if (tool.waitFor() != 0 || !command.contains("-read-stdin")) {
            throw new IOException("Payara could not say how to start " + domain + ":\n" + output);
        }
        return command;
    }

    /** Stops the domain: applications first, then the process. */
    List<String> stopCommand(Path domain) {
        return List.of(JAVA, "-jar", jar(), "stop-domain", "--domaindir", parent(domain), name(domain));
    }

    private String jar() {
        return home.resolve("glassfish/lib/client/appserver-cli.jar").toString();
    }

    private static String parent(Path domain) {
        return domain.resolve("..").normalize().toString();
    }

    private static String name(Path domain) {
        return domain.getFileName().toString();
    }
}
