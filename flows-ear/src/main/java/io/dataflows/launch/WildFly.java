package io.dataflows.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/** WildFly with its standard profile; the EAR lies in the directory that its deployment scanner reads at boot. */
record WildFly(Path home) implements Server {

    @Override
    public String label() {
        return "WildFly";
    }

    @Override
    public int usualAdminPort() {
        return 9990;
    }

    @Override
    public void prepare(Instance instance) throws IOException {
        Directory.delete(instance.base());
        Path shipped = home.resolve("standalone/configuration");
        Path configuration = instance.base().resolve("configuration");
        Directory.copy(shipped, configuration);
        ConfigFile.rewrite(
                shipped.resolve("standalone.xml"),
                configuration.resolve("standalone.xml"),
                "wildfly.xsl",
                Map.of("database-url", instance.databaseUrl()));
        Path deployments = Files.createDirectories(instance.base().resolve("deployments"));
        if (instance.ear() != null) {
            Files.copy(instance.ear(), deployments.resolve("flows.ear"));
        }
    }

    @Override
    public List<String> command(Instance instance) {
        return StandaloneCommandBuilder.of(home)
                .setBaseDirectory(instance.base())
                .setServerConfiguration("standalone.xml")
                .addJavaOptions(javaOptions(instance))
                .build();
    }

    @Override
    public boolean refused(String line) {
        return line.contains("WFLYSRV0026");
    }

    @Override
    public List<String> stopCommand(Instance instance) {
        return List.of();
    }

    private static List<String> javaOptions(Instance instance) {
        return List.of(
                "-Xmx" + instance.heap(),
                "-Djava.net.preferIPv4Stack=true",
                "-Dorg.jboss.logmanager.nocolor=true",
                "-Djboss.server.data.dir=" + instance.data().resolve("server"),
                "-Djboss.bind.address=127.0.0.1",
                "-Djboss.bind.address.management=127.0.0.1",
                "-Djboss.http.port=" + instance.httpPort(),
                "-Djboss.management.http.port=" + instance.adminPort());
    }
}
