package io.dataflows.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RestartIT {

    @Test
    void stopsWithNoticeAndServesAgain(@TempDir Path directory) throws Exception {
        LaunchedServer first = LaunchedServer.serving(directory);
        try (first) {
            assertThat(first.anyone().get("/server/ping").text()).isEqualTo("pong");
        }
        assertThat(first.log()).contains("Data Flows stopped");

        try (LaunchedServer second = LaunchedServer.serving(directory)) {
            assertThat(second.anyone().get("/server/ping").text()).isEqualTo("pong");
        }
    }
}
