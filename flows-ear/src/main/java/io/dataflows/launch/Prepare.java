package io.dataflows.launch;

import java.io.IOException;
import java.nio.file.Path;

/** Writes an empty instance for something else to start, as the black-box tests do. */
public final class Prepare {

    private Prepare() {}

    /** Arguments: server name, its directory, instance directory, HTTP port, administration port, heap. */
    public static void main(String[] arguments) throws IOException {
        Path base = Path.of(arguments[2]);
        Instance instance = new Instance(
                base,
                base.resolve("data"),
                null,
                Integer.parseInt(arguments[3]),
                Integer.parseInt(arguments[4]),
                arguments[5]);
        Server.named(arguments[0], Path.of(arguments[1])).prepare(instance);
    }
}
