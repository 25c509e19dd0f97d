package io.dataflows.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of its own, stopped and started again over the same data. */
final class RestartIT {

    private final UUID good = UUID.randomUUID();
    private final UUID bad = UUID.randomUUID();

    @Test
    void keepsFlowsAndRunsAndServesTheGoodOnesBesideABrokenOne(@TempDir Path directory) throws Exception {
        String firstStep;
        LaunchedServer first = LaunchedServer.serving(directory);
        try (first) {
            first.administrator().post("/flows", Drafts.orders(good)).data();
            JsonNode broken =
                    first.administrator().post("/flows", Drafts.orders(bad)).data();
            firstStep = broken.path("operation").asText();
            assertThat(call(first, good).status()).isEqualTo(200);
            assertThat(call(first, bad).status()).isEqualTo(200);
        }
        assertThat(first.log()).contains("Data Flows stopped");

        leadBackToItself(directory, firstStep);

        try (LaunchedServer second = LaunchedServer.serving(directory)) {
            assertThat(call(second, good).text()).isEqualTo("{\"answer\":\"250 is big\"}");
            assertThat(call(second, bad).status()).isEqualTo(403);
            assertThat(second.administrator().get("/flows").data()).hasSize(2);
            assertThat(second.administrator().get("/runs").data()).hasSize(3);
            assertThat(second.administrator()
                            .get("/flows/" + bad + "/problems")
                            .data()
                            .at("/0/code")
                            .asText())
                    .isEqualTo("CYCLE");
            second.administrator()
                    .patch("/operations/" + firstStep, "{\"resolve\": null}")
                    .data();
            assertThat(call(second, bad).status()).isEqualTo(204);
        }
    }

    private static Caller.Answer call(LaunchedServer server, UUID flow) {
        return server.anyone().post("/flows/trigger/" + flow, "{\"total\": 250}");
    }

    /** What no API lets through: a step in a circle, as an older version or a hand in the database might leave it. */
    private static void leadBackToItself(Path directory, String step) throws SQLException {
        String url = "jdbc:h2:file:" + directory.resolve("data").resolve("flows");
        try (Connection connection = DriverManager.getConnection(url, "sa", "sa");
                PreparedStatement update =
                        connection.prepareStatement("update df_operation set resolve = id where id = ?")) {
            update.setString(1, step);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
