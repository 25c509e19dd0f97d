package io.dataflows.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReadmeIT extends OutsideTest {

    @Test
    void showsLinesThatWorkAsPrinted(@TempDir Path directory) throws Exception {
        assumeTrue(isThere("curl"), "The lines need curl.");

        String output = DocumentedCommands.of("README.md", "curl")
                .in(directory)
                .run(Map.of(
                        "URL",
                        "http://127.0.0.1:" + Integer.getInteger("http.port"),
                        "PASSWORD",
                        System.getProperty("admin.password")));

        assertThat(output)
                .contains("{\"order\":7,\"approved\":true}")
                .contains("\"key\":\"large\"")
                .contains("\"key\":\"answer\"")
                .doesNotContain("errors");
    }

    private static boolean isThere(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
