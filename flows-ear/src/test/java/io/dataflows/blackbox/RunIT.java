package io.dataflows.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflows.launch.Ports;
import io.dataflows.launch.Run;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program behind the {@code run} profile. */
final class RunIT {

    @Test
    void saysHowToSignInAndLeavesNoProcessBehind(@TempDir Path directory) throws Exception {
        int port = Ports.anyFree();
        Process program = start(directory, port);
        try (BufferedReader output = program.inputReader()) {
            String line = output.readLine();
            while (line != null && !line.startsWith("Data Flows runs at")) {
                line = output.readLine();
            }
            assertThat(line)
                    .contains("http://localhost:" + port + " ", "/admin ")
                    .containsPattern("sign in as admin@example\\.com with password \\S{12,} ");
            List<ProcessHandle> servers = program.descendants().toList();
            assertThat(servers).isNotEmpty();

            program.toHandle().destroy();

            assertThat(program.waitFor(90, TimeUnit.SECONDS)).isTrue();
            assertThat(servers).noneMatch(ProcessHandle::isAlive);
        } finally {
            program.destroyForcibly();
        }
    }

    private static Process start(Path directory, int port) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Run.class.getName(),
                System.getProperty("server"),
                System.getProperty("server.home"),
                EarUnderTest.file().toString(),
                directory.resolve("instance").toString(),
                directory.resolve("data").toString(),
                Integer.toString(port),
                System.getProperty("server.heap"));
        builder.environment().keySet().removeIf(name -> name.startsWith("ADMIN_"));
        return builder.redirectErrorStream(true).start();
    }
}
