package io.dataflows.model.capability;

import io.dataflows.model.operation.Outcome;
import java.util.concurrent.CompletionStage;

/** Runs what flows' authors write, each script in a world of its own with nothing of the server in it. */
public interface ScriptRunner {

    /**
     * Runs a script. The stage never fails and always completes within the administrator's limits: with
     * {@link Outcome.Resolved} and what the function returned, or with {@link Outcome.Rejected} and what it threw. It is
     * often complete on return.
     */
    CompletionStage<Outcome> run(Script script);
}
