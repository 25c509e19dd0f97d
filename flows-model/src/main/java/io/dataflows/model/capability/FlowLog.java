package io.dataflows.model.capability;

import io.dataflows.model.run.RunId;
import java.lang.System.Logger.Level;

/** The server's log, for what a flow's author wants to see there. */
public interface FlowLog {

    /** Writes one line at information level, with the run's id. */
    void info(RunId run, String stepKey, String message);

    /** Writes one line at that level; a log that knows no levels writes all as information. */
    default void write(Level level, RunId run, String stepKey, String message) {
        info(run, stepKey, message);
    }
}
