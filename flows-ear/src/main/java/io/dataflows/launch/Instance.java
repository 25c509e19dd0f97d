package io.dataflows.launch;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One configured copy of a server, bound to 127.0.0.1.
 *
 * @param base its configuration and logs, written anew at each start
 * @param data what it keeps: the default datasource's file and the transaction log
 * @param ear what it serves, or null for a server without it
 * @param httpPort where it answers requests
 * @param adminPort where its administration tools reach it
 * @param heap the most memory for its objects, as the JVM writes it ({@code 1g})
 */
public record Instance(Path base, Path data, @Nullable Path ear, int httpPort, int adminPort, String heap) {

    public Instance {
        base = base.toAbsolutePath();
        data = data.toAbsolutePath();
        ear = ear == null ? null : ear.toAbsolutePath();
    }

    /** JDBC URL of the H2 file behind the server's default datasource. */
    String databaseUrl() {
        return "jdbc:h2:file:" + data + "/flows";
    }

    String url() {
        return "http://localhost:" + httpPort;
    }
}
