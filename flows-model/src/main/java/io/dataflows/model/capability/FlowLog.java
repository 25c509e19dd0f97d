package io.dataflows.model.capability;

import io.dataflows.model.run.RunId;

/** The server's log, for what a flow's author wants to see there. */
public interface FlowLog {

    /** Writes one line at information level, with the run's id. */
    void info(RunId run, String stepKey, String message);
}
