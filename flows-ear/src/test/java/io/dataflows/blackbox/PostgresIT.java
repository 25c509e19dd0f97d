package io.dataflows.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflows.launch.Instance;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An administrator makes a datasource with the server's own tools and names it to the product. */
final class PostgresIT {

    @Test
    void keepsItsTablesInTheDatasourceThatTheAdministratorNamed(@TempDir Path directory) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                LaunchedServer server = LaunchedServer.empty(directory)) {
            DocumentedCommands.run(System.getProperty("server"), variables(postgres, server.instance()));
            server.awaitReady();

            assertThat(server.anyone().get("/server/ping").text()).isEqualTo("pong");
            assertThat(administrators(postgres)).isEqualTo(1);
        }
    }

    private static Map<String, String> variables(EmbeddedPostgres postgres, Instance instance) {
        Map<String, String> variables = new HashMap<>();
        variables.put("WILDFLY_HOME", System.getProperty("server.home"));
        variables.put("CONTROLLER", "127.0.0.1:" + instance.adminPort());
        variables.put("PAYARA_HOME", System.getProperty("server.home"));
        variables.put("AS_ADMIN_PORT", Integer.toString(instance.adminPort()));
        variables.put("DB_HOST", "127.0.0.1");
        variables.put("DB_PORT", Integer.toString(postgres.getPort()));
        variables.put("DB_NAME", "postgres");
        variables.put("DB_USER", "postgres");
        variables.put("DB_PASSWORD", "postgres");
        variables.put("DRIVER", jarOf(org.postgresql.Driver.class));
        variables.put("EAR", EarUnderTest.file().toString());
        return variables;
    }

    private static String jarOf(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .toString();
    }

    private static int administrators(EmbeddedPostgres postgres) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                ResultSet rows = connection.createStatement().executeQuery("select count(*) from df_user")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
