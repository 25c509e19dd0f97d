package io.dataflows.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** An unpacked application server; its own directory is only read, every instance lives in a directory of its own. */
public sealed interface Server permits WildFly, Payara {

    /** The server called {@code wildfly} or {@code payara}, unpacked at {@code home}. */
    static Server named(String name, Path home) {
        return switch (name) {
            case "wildfly" -> new WildFly(home);
            case "payara" -> new Payara(home);
            default -> throw new IllegalArgumentException("server (" + name + ") is neither wildfly nor payara");
        };
    }

    /** The name people know it by. */
    String label();

    /** The port of its administration listener in a fresh installation. */
    int usualAdminPort();

    /** Writes the instance's directory anew; what it keeps is in {@link Instance#data()} and stays. */
    void prepare(Instance instance) throws IOException;

    /** The command line that runs the prepared instance in the foreground, as one process. */
    List<String> command(Instance instance) throws IOException, InterruptedException;

    /** Whether this line of its log says that the EAR could not be deployed. */
    boolean refused(String line);

    /** The command line that asks the running instance to stop; empty when a termination signal does it as well. */
    List<String> stopCommand(Instance instance);
}
