package io.dataflows.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RestartIT {

    @Test
    void keepsFlowsAndRuns(@TempDir Path directory) throws Exception {
        FlowDraft flow = FlowDraft.ofLength(2);
        LaunchedServer first = LaunchedServer.serving(directory);
        try (first) {
            first.administrator().post("/flows", flow.json()).data();
            assertThat(first.anyone().post(flow.webhook(), "{\"n\":1}").status())
                    .isEqualTo(200);
        }
        assertThat(first.log()).contains("Data Flows stopped");

        try (LaunchedServer second = LaunchedServer.serving(directory)) {
            assertThat(second.administrator().get(flow.runs()).data()).hasSize(1);
            assertThat(second.anyone()
                            .post(flow.webhook(), "{\"n\":2}")
                            .json()
                            .path("n")
                            .asInt())
                    .isEqualTo(2);
            assertThat(second.administrator().get(flow.runs()).data()).hasSize(2);
        }
    }
}
