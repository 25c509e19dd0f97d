package io.dataflows.engine;

import io.dataflows.model.capability.FlowLog;
import io.dataflows.model.run.RunId;
import java.lang.System.Logger.Level;

/** Writes what flows log to the logger {@code io.dataflows.flow}. */
final class ServerLog implements FlowLog {

    private static final System.Logger LOG = System.getLogger("io.dataflows.flow");

    @Override
    public void info(RunId run, String stepKey, String message) {
        write(Level.INFO, run, stepKey, message);
    }

    @Override
    public void write(Level level, RunId run, String stepKey, String message) {
        LOG.log(level, "Run {0}, {1}: {2}", run, oneLine(stepKey), oneLine(message));
    }

    /** A line break in a message must not pass for a line of the server. */
    static String oneLine(String text) {
        return text.replace("\r", "\\r").replace("\n", "\\n");
    }
}
