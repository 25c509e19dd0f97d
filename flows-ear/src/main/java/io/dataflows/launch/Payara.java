package io.dataflows.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Payara Server with one domain; the EAR is deployed by a command that the domain runs once it has booted. */
record Payara(Path home) implements Server {

    @Override
    public String label() {
        return "Payara";
    }

    @Override
    public int usualAdminPort() {
        return 4848;
    }

    @Override
    public void prepare(Instance instance) throws IOException {
        Directory.delete(instance.base());
        Path shipped = home.resolve("glassfish/domains/domain1");
        Directory.copy(shipped, instance.base());
        Path configuration = instance.base().resolve("config");
        ConfigFile.rewrite(
                shipped.resolve("config/domain.xml"),
                configuration.resolve("domain.xml"),
                "payara.xsl",
                parameters(instance));
        Path logging = configuration.resolve("logging.properties");
        Files.writeString(logging, Files.readString(logging).replace("ansiColor=true", "ansiColor=false"));
        Files.writeString(afterBoot(instance), deployCommand(instance));
    }

    @Override
    public List<String> command(Instance instance) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(new PayaraTool(home).startCommand(instance.base()));
        // The master password comes from the domain instead of standard input, the log goes to standard output.
        command.set(command.indexOf("-read-stdin") + 1, "false");
        command.set(command.indexOf("-verbose") + 1, "true");
        command.addAll(List.of("-postbootcommandfile", afterBoot(instance).toString()));
        return Shield.fromInterrupt(command);
    }

    @Override
    public boolean refused(String line) {
        return line.contains("Boot Command deploy") && line.contains("FAILURE");
    }

    /** A signal would end the process without telling the application. */
    @Override
    public List<String> stopCommand(Instance instance) {
        return new PayaraTool(home).stopCommand(instance.base());
    }

    private static Map<String, String> parameters(Instance instance) {
        return Map.of(
                "domain", instance.base().getFileName().toString(),
                "http-port", Integer.toString(instance.httpPort()),
                "admin-port", Integer.toString(instance.adminPort()),
                "heap", instance.heap(),
                "database-url", instance.databaseUrl(),
                "data", instance.data().toString());
    }

    private static Path afterBoot(Instance instance) {
        return instance.base().resolve("config/after-boot.asadmin");
    }

    private static String deployCommand(Instance instance) {
        return instance.ear() == null ? "" : "deploy --name flows " + instance.ear() + "\n";
    }
}
